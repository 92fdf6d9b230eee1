import { formatBytes, plural } from '../../report/bytes.ts'
import type { BackupResult, VerifyResult } from '../../report/results.ts'

/** A backup in a line of the demo's table. */
export function backupText({
  level,
  files = 0,
  sourceBytes = 0,
  storedBytes = 0,
  unread,
}: BackupResult): string {
  const kind = level === 0 ? 'full' : `level ${level}, changes only`
  const unreadText = unread ? `, ${unread} unread` : ''
  return `${kind}: ${plural(files, 'file')}, ${formatBytes(sourceBytes)} read, ${formatBytes(storedBytes)} stored, encrypted${unreadText}`
}

/** A drill likewise. */
export function drillText({ result, checks, proof }: VerifyResult): string {
  const compared = checks.find(({ name }) => name === 'files')?.found ?? ''
  return `${result}: chain restored elsewhere, ${compared} entries compared; ${proof ? 'proof signed' : 'no proof'}`
}
