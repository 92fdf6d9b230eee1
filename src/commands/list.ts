import type { CatalogueEntry } from '../catalog/entry.ts'
import { type HoldfastError, hasCode } from '../errors/error.ts'
import type { ListResult } from '../report/results.ts'
import { listChains } from './adopted-chains/list.ts'
import type { CommandContext } from './context.ts'
import { listAdopted, listForeign } from './list/adopted.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { backupDestinations, openDestination } from './repository/destination.ts'
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
    ...(entry.unread > 0 && { unread: entry.unread }),
    ...(entry.shredded && { shredded: true }),
  }
}

async function listAt(context: CommandContext, name: string, jobs: readonly string[]) {
  const destination = await openDestination(context, name)
  const results: ListResult[] = []
  const errors: HoldfastError[] = []
  for (const job of jobs.length === 0 ? [undefined] : jobs) {
    const { points, damaged } = await readEntries(context, destination, job, { tells: false })
    results.push(...points.map((entry) => listResult(entry, name)))
    errors.push(...damaged.map(({ error }) => error))
  }
  results.push(...(await listAdopted(context, destination, jobs)))
  return { results, errors }
}

/** What is at one destination; where Holdfast has written nothing yet, what others left there counts as something. */
async function listAnything(context: CommandContext, name: string, jobs: readonly string[]) {
  try {
    return await listAt(context, name, jobs)
  } catch (error) {
    const results = hasCode(error, 'repository-missing') ? await listForeign(context, name, jobs) : []
    if (results.length === 0) throw error
    return { results, errors: [] }
  }
}

/** `holdfast list [jobs…]`: every backup at every destination, also of jobs that the configuration no longer has. */
export async function list(context: CommandContext, jobs: readonly string[]): Promise<Outcome> {
  const results: ListResult[] = []
  const errors: HoldfastError[] = []
  let read = 0
  for (const name of backupDestinations(context)) {
    try {
      const found = await listAnything(context, name, jobs)
      results.push(...found.results)
      errors.push(...found.errors)
      read += 1
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  const chains = await listChains(context, jobs)
  results.push(...chains.results)
  errors.push(...chains.errors)
  return { results, warnings: [], errors, exitCode: exitOf(errors, read + chains.read) }
}
