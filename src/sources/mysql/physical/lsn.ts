import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from '../connection/session.ts'

/** Where InnoDB's log is, and where its last checkpoint was. */
export interface LogPosition {
  readonly lsn: bigint
  readonly checkpoint: bigint
}

/** Asks the server. Needs PROCESS. */
export async function logPosition(session: Session): Promise<LogPosition> {
  const [row] = await session.rows('SHOW ENGINE INNODB STATUS')
  const text = row?.[2] ?? ''
  const number = (pattern: RegExp) => BigInt(pattern.exec(text)?.[1] ?? '0')
  return {
    lsn: number(/^Log sequence number\s+(\d+)/m),
    checkpoint: number(/^Last checkpoint at\s+(\d+)/m),
  }
}

/** Tells one data directory from another at the same place: by the file that is made with it and never again. */
export async function datadirIdentity(datadir: string): Promise<string> {
  const stats = await stat(join(datadir, 'ibdata1')).catch(() => undefined)
  return stats === undefined ? '' : `${stats.ino}-${Math.round(stats.birthtimeMs)}`
}
