import type { StoredObject } from '../../domain/store.ts'
import type { ListResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { adoptedObjects, adoptionPatterns, matchingObjects } from '../repository/adopted.ts'
import { type Destination, openStore } from '../repository/destination.ts'

function adoptedResult(job: string, { key, bytes, modified }: StoredObject, destination: string): ListResult {
  return {
    job,
    id: key,
    level: 0,
    parent: null,
    createdAt: modified.toISOString(),
    tags: [],
    destination,
    sourceBytes: 0,
    storedBytes: bytes,
    signed: false,
    proven: false,
    held: false,
    complete: true,
    adopted: true,
  }
}

/** The jobs asked for, or all, that keep things at a destination. */
function jobsAt({ config }: CommandContext, jobs: readonly string[], destination: string): string[] {
  const wanted = jobs.length === 0 ? config.jobNames : jobs
  return wanted.filter(
    (job) => config.jobNames.includes(job) && config.job(job).to.some(({ name }) => name === destination),
  )
}

/** What others wrote under the names of jobs, beside what Holdfast did. */
export async function listAdopted(
  context: CommandContext,
  destination: Destination,
  jobs: readonly string[],
): Promise<ListResult[]> {
  const results: ListResult[] = []
  for (const job of jobsAt(context, jobs, destination.name)) {
    const objects = await adoptedObjects(context, destination, job)
    results.push(...objects.map((object) => adoptedResult(job, object, destination.name)))
  }
  return results
}

/** What others left where Holdfast has written nothing yet. */
export async function listForeign(
  context: CommandContext,
  name: string,
  jobs: readonly string[],
): Promise<ListResult[]> {
  const store = await openStore(context, name, 'read')
  const results: ListResult[] = []
  for (const job of jobsAt(context, jobs, name)) {
    const patterns = adoptionPatterns(context, job)
    if (patterns.length === 0) continue
    const objects = await matchingObjects(store, patterns)
    results.push(...objects.map((object) => adoptedResult(job, object, name)))
  }
  return results
}
