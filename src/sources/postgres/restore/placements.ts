import { HoldfastError } from '../../../errors/error.ts'
import type { StoredDatabase, StoredDump } from './layout.ts'

/** One database of a backup, and where it goes. */
export interface Placement {
  readonly stored: StoredDatabase
  /** The name that it gets. */
  readonly database: string
}

/** The databases that a restore is about: all of the backup, or the one that the URL names. Errors: `usage`. */
export function placements(dump: StoredDump, named: string | undefined): Placement[] {
  const known = dump.databases.map(({ name, stream }) => name ?? stream.name)
  if (named === undefined) {
    return dump.databases.map((stored) => {
      if (stored.name !== undefined) return { stored, database: stored.name }
      throw new HoldfastError('usage', 'the backup does not say what its database was called', {
        hint: 'Give the URL of the target a database: postgres://host/database.',
      })
    })
  }
  const [only, ...others] = dump.databases
  const stored = others.length === 0 ? only : dump.databases.find(({ name }) => name === named)
  if (stored !== undefined) return [{ stored, database: named }]
  throw new HoldfastError('usage', `the backup holds ${known.join(', ')}, and the URL names ${named}`, {
    hint: 'Name one of them in the URL, or none: then all of them are restored.',
    context: { database: named, databases: known },
  })
}
