import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type AzureRole = 'backup' | 'drill' | 'cleanup'

/** What docs/roles.md says of a role's signatures: the letters for the backups and those for the leases. */
export function publishedLetters(role: AzureRole): { readonly backups: string; readonly leases: string } {
  const roles = readFileSync(join(import.meta.dirname, '../../../docs/roles.md'), 'utf8')
  const row = new RegExp(`^\\| ${role} \\| \`([a-z]+)\` \\| (?:\`([a-z]+)\`)?[^|]*\\|`, 'm').exec(roles)
  if (row === null) throw new Error(`docs/roles.md has no signature of ${role}`)
  return { backups: row[1] ?? '', leases: row[2] ?? '' }
}
