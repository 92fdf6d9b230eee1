import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { Session } from '../connection/session.ts'
import { asListed } from './part-kinds.ts'
import { safetyDump } from './safety-dump.ts'
import type { SelectedParts } from './select.ts'
import { requireReplaceable } from './set-aside.ts'
import { nameOf, type StandingRelation, standingRelations } from './standing.ts'
import type { WholeRestore } from './whole.ts'

/** Errors: `path-not-found` for what the backup does not have; `known` is what it has. */
export function demandAll({ absent }: SelectedParts, known: readonly string[]): void {
  if (absent.length === 0) return
  throw new HoldfastError('path-not-found', `the backup has no ${absent.join(', ')}`, {
    hint: `It has ${known.slice(0, 20).join(', ')}${known.length > 20 ? ' and more' : ''}.`,
    context: { absent },
  })
}

/** What a chosen view or heir needs may be there already; otherwise nothing is begun. Errors: `restore-failed`. */
export async function demandLacking(session: Session, lacking: SelectedParts['lacking']): Promise<void> {
  const there = new Set((await standingRelations(session, lacking)).map((found) => asListed(nameOf(found))))
  const missing = lacking.filter((need) => !there.has(nameOf(need)))
  const [first] = missing
  if (first === undefined) return
  const { database } = session
  const names = [...new Set(missing.map(nameOf))]
  throw new HoldfastError(
    'restore-failed',
    `${first.of} needs ${nameOf(first)}, which ${database} does not have`,
    {
      hint: `Restore ${names.join(', ')} as well: give each with --table, or its schema with --include.`,
      context: { database, lacking: names },
    },
  )
}

/** Lets what is there be replaced: refused, or dumped for safety. Returns the file of the dump. Errors: `target-not-empty`, `restore-failed`, those of the dump. */
export async function permit(
  restore: WholeRestore,
  session: Session,
  standing: readonly StandingRelation[],
  context: SourceContext,
): Promise<string | undefined> {
  if (standing.length === 0) return undefined
  const { database } = session
  const names = standing.map(nameOf)
  if (!restore.overwrite) {
    throw new HoldfastError('target-not-empty', `the database ${database} has ${names.join(', ')}`, {
      hint: 'Restore into another database, or add --overwrite: they are dumped and replaced.',
      context: { database, tables: names },
    })
  }
  await requireReplaceable(session, standing)
  const file = await safetyDump({ settings: restore.settings, session, tables: standing }, context)
  restore.warn({
    severity: 'info',
    code: 'safety-dump',
    message: `what was in ${names.join(', ')} is in ${file}`,
    hint: 'Remove it when nobody misses anything.',
  })
  return file
}

/** A restore that failed, and left what it replaced aside. */
export function notPutBack(database: string, error: unknown, cause: unknown, file: string | undefined) {
  const why = `${(error as Error).message}; what was there could not be put back: ${(cause as Error).message}`
  const dumped = file === undefined ? '' : `, and in ${file}`
  return new HoldfastError('restore-failed', why, {
    hint: `It is in schemas of ${database} whose names begin with holdfast_aside_${dumped}.`,
    context: { database },
    cause: error,
  })
}
