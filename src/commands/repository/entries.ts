import { join } from 'node:path'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { type Catalogue, readCatalogue } from '../../catalog/listing.ts'
import type { RecoveryPoint } from '../../domain/retention.ts'
import type { CommandContext } from '../context.ts'
import { tell } from '../context.ts'
import type { Destination } from './destination.ts'

/** The catalogue of one job at a destination, manifests from the cache where they did not change. Damaged ones are told.
 * Without `proofs` nothing counts as proven: a backup runner may not read them. */
export async function readEntries(
  context: CommandContext,
  destination: Destination,
  job: string | undefined,
  { proofs = true }: { readonly proofs?: boolean } = {},
): Promise<Catalogue> {
  const catalogue = await readCatalogue(destination.store, job, {
    repository: destination.repository.repository,
    cacheDirectory: join(context.stateDirectory, 'cache', destination.name),
    trust: context.config.signing().trust,
    signal: context.signal,
    proofs,
  })
  for (const { key, error } of catalogue.damaged) {
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
