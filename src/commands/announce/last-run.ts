import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { branchPrefix, runLogKey } from '../../catalog/keys.ts'
import { parseLogKey } from '../../catalog/parse-keys.ts'
import { readRunLog } from '../../catalog/runlog.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from '../repository/destination.ts'

function fileOf({ stateDirectory }: CommandContext, job: string): string {
  return join(stateDirectory, 'failed', job)
}

/** Keeps in mind that a run failed, for when not even its log could be stored. Best effort. */
export async function rememberFailure(context: CommandContext, job: string, failed: boolean): Promise<void> {
  const file = fileOf(context, job)
  try {
    if (!failed) return await rm(file, { force: true })
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, '', { mode: 0o600 })
  } catch {
    // The state directory says so where it is needed.
  }
}

/** The newest run before `id` that left a log at a destination. */
async function previousRun({ store }: Destination, job: string, id: string): Promise<string | undefined> {
  let newest: string | undefined
  for await (const { key } of store.list(branchPrefix('logs', job))) {
    const run = parseLogKey(key)
    if (run === undefined || run.drill !== undefined || run.verify !== undefined || run.id >= id) continue
    if (newest === undefined || run.id > newest) newest = run.id
  }
  return newest
}

/**
 * Whether the run of a job before `id` failed: by what this host remembers, else by the logs at the destinations, which
 * a runner that begins empty has as well. A run without a manifest failed; of one with a manifest the log says whether
 * it was a partial one, where the role may read it.
 */
export async function lastRunFailed(
  context: CommandContext,
  job: string,
  destinations: readonly (Destination & { readonly entries: readonly CatalogueEntry[] })[],
  id: string,
): Promise<boolean> {
  if (
    await stat(fileOf(context, job)).then(
      () => true,
      () => false,
    )
  )
    return true
  const committed = new Set(destinations.flatMap(({ entries }) => entries.map((entry) => entry.id)))
  const runs: { id: string; destination: Destination }[] = []
  for (const destination of destinations) {
    const run = await previousRun(destination, job, id).catch(() => undefined)
    if (run !== undefined) runs.push({ id: run, destination })
  }
  const [last] = runs.sort((a, b) => (a.id < b.id ? 1 : -1))
  if (last === undefined) return false
  if (!committed.has(last.id)) return true
  const log = await readRunLog(last.destination.store, runLogKey(job, last.id), context.signal).catch(
    () => undefined,
  )
  return log !== undefined && log.status !== 'success'
}
