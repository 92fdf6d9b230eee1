import { resolve } from 'node:path'
import type { SitePlace } from '../report/html/site.ts'
import type { ReportResult } from '../report/results.ts'
import { type CommandContext, tell } from './context.ts'
import { listResult } from './list.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { restoresOf } from './report/restores.ts'
import { wasReadHere } from './repository/read-here.ts'
import { survey } from './status/survey.ts'

/** Backups that a report shows of a job at a destination. */
const recentShown = 10

export interface ReportOptions {
  /** A directory that pages are written to. */
  readonly html?: string
}

async function writePages(
  context: CommandContext,
  places: readonly SitePlace[],
  directory: string,
): Promise<void> {
  const { siteJobs } = await import('./report/site.ts')
  const { renderSite } = await import('../report/html/render.ts')
  const { writeSite } = await import('../report/html/write.ts')
  const jobs = await siteJobs(context, places)
  const { version } = context.identity
  const path = resolve(context.cwd, directory)
  await writeSite(path, renderSite({ now: context.clock.now(), version, jobs }))
  tell(context, {
    severity: 'info',
    code: 'pages-written',
    message: `pages written: ${resolve(path, 'index.html')}`,
  })
}

/**
 * `holdfast report [jobs…]`: what `status` says, with the newest backups and their sizes, and as pages with `html`. Exits
 * as `status` does, and with what kept the pages from being written.
 */
export async function report(
  context: CommandContext,
  jobs: readonly string[],
  { html }: ReportOptions = {},
): Promise<Outcome> {
  const places: SitePlace[] = []
  const site = html === undefined ? undefined : await import('./report/site.ts')
  const outcome = await survey(context, jobs, { evenUnread: true }, (status, points): ReportResult => {
    const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    const restores = restoresOf(points, wasReadHere(context, status.destination))
    if (site) places.push(site.sitePlace(status, points, restores))
    return {
      ...status,
      backups: points.length,
      storedBytes: points.reduce((sum, { stats }) => sum + stats.storedBytes, 0),
      restores,
      recent: newestFirst.slice(0, recentShown).map((entry) => listResult(entry, status.destination)),
    }
  })
  if (html === undefined) return outcome
  try {
    await writePages(context, places, html)
    return outcome
  } catch (error) {
    context.signal.throwIfAborted()
    const failed = asHoldfastError(error)
    return { ...outcome, errors: [failed, ...outcome.errors], exitCode: exitOf([failed], 0) }
  }
}
