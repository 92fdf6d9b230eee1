import type { Finding } from '../../../domain/finding.ts'
import type { Session } from '../connection/session.ts'
import type { StoredDump } from './layout.ts'
import { readText } from './read-text.ts'
import { applyGlobals } from './roles.ts'

/** Brings the roles and tablespaces of a backup back, as far as they are in it; what was kept or failed is said. */
export async function restoreGlobals(
  dump: StoredDump,
  session: Session,
  overwrite: boolean,
  warn: (finding: Finding) => void,
): Promise<void> {
  if (dump.globals === undefined) return
  const sql = await readText(dump.link.open(dump.globals.name))
  const { kept, failed } = await applyGlobals(session, sql, { overwrite, tablespaces: true })
  if (kept.length > 0 && !overwrite) {
    warn({
      severity: 'info',
      code: 'roles-kept',
      message: `${kept.length} roles were there and stayed as they are, with their passwords`,
      hint: 'Add --overwrite to give them the attributes and passwords of the backup.',
      names: kept,
    })
  }
  if (failed.length > 0) {
    warn({
      severity: 'warning',
      code: 'globals-partly',
      message: `${failed.length} statements about roles and tablespaces failed: ${failed[0]}`,
      hint: 'Restore as a superuser, or make what is missing by hand.',
      names: failed,
    })
  }
}
