import { join } from 'node:path'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { type Catalogue, readCatalogue } from '../../catalog/listing.ts'
import type { Reporter } from '../../domain/event.ts'
import type { RecoveryPoint } from '../../domain/retention.ts'
import type { CommandContext } from '../context.ts'
import { tell } from '../context.ts'
import type { Destination } from './destination.ts'

/** What was said of each run already: a command reads the same catalogue more than once, for one job and for all. */
const told = new WeakMap<Reporter, Set<string>>()

/** True the first time that a run has something to say about a key at a destination. */
function isNews({ reporter }: CommandContext, destination: string, key: string): boolean {
  const known = told.get(reporter) ?? new Set()
  told.set(reporter, known)
  const place = `${destination}/${key}`
  if (known.has(place)) return false
  known.add(place)
  return true
}

export interface ReadOptions {
  /** False: nothing counts as proven; a backup runner may not read proofs. */
  readonly proofs?: boolean
  /** False where damaged manifests are among the errors that the command ends with. */
  readonly tells?: boolean
}

/**
 * The catalogue of one job at a destination, manifests from the cache where they did not change. Damaged ones are told,
 * each once a run.
 */
export async function readEntries(
  context: CommandContext,
  destination: Destination,
  job: string | undefined,
  { proofs = true, tells = true }: ReadOptions = {},
): Promise<Catalogue> {
  const catalogue = await readCatalogue(destination.store, job, {
    repository: destination.repository.repository,
    cacheDirectory: join(context.stateDirectory, 'cache', destination.name),
    trust: context.config.signing().trust,
    signal: context.signal,
    proofs,
  })
  for (const { key, error } of catalogue.damaged) {
    if (!isNews(context, destination.name, key) || !tells) continue
    tell(
      context,
      {
        severity: 'error',
        code: error.code,
        message: `${destination.name}: ${error.message}`,
        hint: error.hint ?? `Look at ${key}; \`holdfast verify\` says what else is damaged.`,
      },
      job,
    )
  }
  for (const { key, how } of catalogue.tampered) {
    if (!isNews(context, destination.name, `${key} ${how}`)) continue
    tell(
      context,
      {
        severity: 'error',
        code: 'tampered',
        message: `${destination.name}: ${key} was ${how}; its oldest version counts`,
        hint: 'Find out who has the keys of this destination, and change them. What was written first is still there.',
      },
      job,
    )
  }
  return catalogue
}

/** An entry as retention and level rules see it. */
export function toRecoveryPoint(entry: CatalogueEntry): RecoveryPoint {
  return {
    id: entry.id,
    job: entry.job,
    level: entry.level,
    parent: entry.parent?.id ?? null,
    createdAt: entry.createdAt,
    tags: entry.tags,
    valid: entry.complete && entry.trusted && entry.unread === 0,
    proven: entry.proven,
    held: entry.held,
    ...(entry.shredded && { shredded: true }),
  }
}
