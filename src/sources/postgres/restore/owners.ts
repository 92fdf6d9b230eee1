import type { Finding } from '../../../domain/finding.ts'
import type { ScriptEntry } from './toc.ts'

/**
 * What to say where owners of the backup are no roles of the server: everything then belongs to the user of the restore.
 * Undefined where all of them are there.
 */
export function missingOwners(
  entries: readonly Pick<ScriptEntry, 'owner'>[],
  roles: ReadonlySet<string>,
): Finding | undefined {
  const missing = [...new Set(entries.map(({ owner }) => owner))].filter(
    (owner) => owner !== '' && owner !== '-' && !roles.has(owner),
  )
  if (missing.length === 0) return undefined
  return {
    severity: 'warning',
    code: 'owner-missing',
    message: `${missing.length === 1 ? 'an owner is' : `${missing.length} owners are`} no role of the server: owners and rights were not restored`,
    hint: 'Make the roles first, or restore them with --include globals, and restore again for owners and rights.',
    names: missing,
  }
}
