import type { CatalogueEntry } from '../catalog/entry.ts'
import type { HoldfastError } from '../errors/error.ts'
import type { ListResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { chosenDestinations, openDestination } from './repository/destination.ts'
import { readEntries } from './repository/entries.ts'

/** A catalogue entry as `list` shows it. */
export function listResult(entry: CatalogueEntry, destination: string): ListResult {
  return {
    job: entry.job,
    id: entry.id,
    level: entry.level,
    parent: entry.parent?.id ?? null,
    createdAt: entry.createdAt.toISOString(),
    tags: entry.tags,
    destination,
    sourceBytes: entry.stats.sourceBytes,
    storedBytes: entry.stats.storedBytes,
    signed: entry.signedBy !== undefined && entry.trusted,
    proven: entry.proven,
    held: entry.held,
    complete: entry.complete,
  }
}

/** `holdfast list [jobs…]`: every backup at every destination, also of jobs that the configuration no longer has. */
export async function list(context: CommandContext, jobs: readonly string[]): Promise<Outcome> {
  const results: ListResult[] = []
  const errors: HoldfastError[] = []
  let read = 0
  for (const name of chosenDestinations(context, context.config.destinationNames)) {
    try {
      const destination = await openDestination(context, name)
      for (const job of jobs.length === 0 ? [undefined] : jobs) {
        const { points, damaged } = await readEntries(context, destination, job)
        results.push(...points.map((entry) => listResult(entry, name)))
        errors.push(...damaged.map(({ error }) => error))
      }
      read += 1
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  return { results, warnings: [], errors, exitCode: exitOf(errors, read) }
}
