import { parentOf } from '../../catalog/chains.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { type RunLog, recentLogs } from '../../catalog/runlog.ts'
import type { SiteBackup, SiteJob, SitePlace, SiteRestore, SiteRun } from '../../report/html/site.ts'
import type { RestoreRecord, StatusResult } from '../../report/results.ts'
import { type CommandContext, step } from '../context.ts'
import { listResult } from '../list.ts'
import { asHoldfastError } from '../outcome.ts'
import { openDestination } from '../repository/destination.ts'

/** Backups of a job at a destination, and lines of its log, that pages show. */
const backupsShown = 500
const runsShown = 50

/** The ids of a chain as far as it is there. */
function chainIds(entry: CatalogueEntry, byId: ReadonlyMap<string, CatalogueEntry>): string[] {
  const chain: string[] = []
  for (let link: CatalogueEntry | undefined = entry; link; link = parentOf(link, byId)) chain.unshift(link.id)
  return chain
}

/** What pages show of a job at a destination. */
export function sitePlace(
  status: StatusResult,
  points: readonly CatalogueEntry[],
  records: readonly RestoreRecord[],
): SitePlace {
  const byId = new Map(points.map((entry) => [entry.id, entry]))
  const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  const backups = newestFirst.slice(0, backupsShown).map(
    (entry): SiteBackup => ({
      ...listResult(entry, status.destination),
      seconds: entry.stats.seconds,
      chain: chainIds(entry, byId),
    }),
  )
  const restores = records.flatMap((record): SiteRestore[] => {
    const verdict = byId.get(record.id)?.lastVerdict
    if (verdict === undefined) return []
    const { key: proof, evidence, signedBy } = verdict
    return [{ ...record, proof, evidence, signed: signedBy !== undefined }]
  })
  return { status, backups, restores }
}

const runOf = ({ command, id, status, startedAt, finishedAt }: RunLog): SiteRun => ({
  ...{ command, id, status, startedAt },
  seconds: (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
})

/** The newest lines of a job's log, of the first destination that gives them; none where none does. */
async function runsOf(
  context: CommandContext,
  job: string,
  places: readonly SitePlace[],
): Promise<SiteRun[]> {
  const { signal } = context
  for (const { status } of places) {
    if (status.state === 'unreachable' || status.state === 'missing') continue
    try {
      const { store } = await openDestination(context, status.destination)
      return (await recentLogs(store, job, { signal, newest: runsShown })).map(runOf)
    } catch (error) {
      signal.throwIfAborted()
      step(context, `no log at ${status.destination}: ${asHoldfastError(error).message}`, job)
    }
  }
  return []
}

/** What pages show of every job that was looked at. */
export async function siteJobs(context: CommandContext, places: readonly SitePlace[]): Promise<SiteJob[]> {
  const names = [...new Set(places.map(({ status }) => status.job))]
  const jobs: SiteJob[] = []
  for (const name of names) {
    const own = places.filter(({ status }) => status.job === name)
    const source = context.config.job(name).source.type
    jobs.push({ name, source, places: own, runs: await runsOf(context, name, own) })
  }
  return jobs
}
