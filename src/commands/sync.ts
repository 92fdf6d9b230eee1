import type { Reporter } from '../domain/event.ts'
import type { Finding } from '../domain/finding.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import type { SyncResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { chosenDestinations, openDestination } from './repository/destination.ts'
import { selectJobs } from './repository/select.ts'
import type { SyncOptions } from './sync/options.ts'
import { look, type Site } from './sync/site.ts'
import { syncTarget } from './sync/target.ts'

interface Places {
  readonly sources: readonly string[]
  readonly targets: readonly string[]
}

/** Who is read and who is filled up. Errors: `usage` where nothing is left of one of them. */
function placesOf(context: CommandContext, job: string, { from }: SyncOptions): Places {
  const all = context.config.job(job).to.map(({ name }) => name)
  const sources = from === undefined ? all : [from]
  const targets = chosenDestinations(context, all).filter((name) => name !== from)
  if (targets.some((target) => sources.some((source) => source !== target))) return { sources, targets }
  throw new HoldfastError('usage', `job ${job} has no two destinations to copy between`, {
    hint: 'Give the job a second destination under `to:`; --destination names one of those to fill up, --from one to read.',
    context: { job, destinations: all },
  })
}

async function openSources(context: CommandContext, job: string, names: readonly string[], isNew: boolean) {
  const sites: Site[] = []
  const errors: HoldfastError[] = []
  const bad = new Set<string>()
  for (const name of names) {
    try {
      const site = await look(context, await openDestination(context, name), job)
      sites.push(site)
    } catch (thrown) {
      context.signal.throwIfAborted()
      // One that holds nothing yet is to be filled up, and nobody's source.
      if (hasCode(thrown, 'repository-missing') && isNew) continue
      const error = asHoldfastError(thrown)
      bad.add(name)
      errors.push(Object.assign(error, { context: { destination: name, ...error.context } }))
    }
  }
  return { sites, errors, bad }
}

function nothingYet(job: string, destinations: readonly string[]): HoldfastError {
  return new HoldfastError('repository-missing', `no destination of ${job} holds anything yet`, {
    hint: 'Check their paths or buckets and prefixes; the first backup makes the repository.',
    context: { job, destinations },
  })
}

interface JobSync {
  readonly results: readonly SyncResult[]
  readonly errors: readonly HoldfastError[]
}

async function syncJob(context: CommandContext, job: string, options: SyncOptions): Promise<JobSync> {
  const { sources, targets } = placesOf(context, job, options)
  const { sites, errors, bad } = await openSources(context, job, sources, options.from === undefined)
  if (sites.length + errors.length === 0) throw nothingYet(job, sources)
  const results: SyncResult[] = []
  for (const name of targets) {
    if (bad.has(name)) continue
    const others = sites.filter((site) => site.name !== name)
    const [first, ...more] = others
    if (first === undefined) continue
    const alike = more.filter((site) => site.repository.repository === first.repository.repository)
    try {
      const report = await syncTarget(context, job, name, [first, ...alike], options)
      results.push(report.result)
      errors.push(...report.errors)
    } catch (thrown) {
      context.signal.throwIfAborted()
      const error = asHoldfastError(thrown)
      errors.push(Object.assign(error, { context: { destination: name, ...error.context } }))
    }
  }
  return { results, errors }
}

/** Hands events on, and keeps the warnings among them for the document. */
function noting(reporter: Reporter, warnings: Finding[]): Reporter {
  return {
    on(event) {
      if (event.type === 'finding' && event.finding.severity === 'warning') warnings.push(event.finding)
      reporter.on(event)
    },
  }
}

/** Refused stays refused; else what was done at all makes a failure a partial one. */
function exitCodeOf(results: readonly SyncResult[], errors: readonly HoldfastError[]): number {
  if (errors.some(({ exitStatus }) => exitStatus === 7)) return 7
  const done = results.some(
    ({ status, copied, healed, failed }) =>
      status === 'success' || copied.length + healed.length > 0 || failed.length === 0,
  )
  const exit = exitOf(errors, done ? 1 : 0)
  return done && exit === 5 ? 3 : exit
}

/**
 * `holdfast sync [jobs…]`: fills each destination of a job up with what others have and it would keep, parents first,
 * and heals what is missing or damaged there after asking. Bytes are copied as they are: no key is needed. Reads with
 * the drill role at one destination and writes with the backup role at the other.
 */
export async function sync(
  plain: CommandContext,
  jobs: readonly string[],
  options: SyncOptions,
): Promise<Outcome> {
  const warnings: Finding[] = []
  const context = { ...plain, reporter: noting(plain.reporter, warnings) }
  const { config, onlyDestinations } = context
  const selected = selectJobs(context, jobs).filter(
    (job) => jobs.length > 0 || options.from !== undefined || config.job(job).to.length > 1,
  )
  const names = options.from === undefined ? undefined : [options.from, ...onlyDestinations]
  config.prepare({
    jobs: selected,
    ...(names !== undefined && onlyDestinations.length > 0 && { destinations: names }),
    parts: ['destinations', 'trust'],
  })
  if (options.from !== undefined) config.destination(options.from)
  const results: SyncResult[] = []
  const errors: HoldfastError[] = []
  for (const job of selected) {
    try {
      const report = await syncJob(context, job, options)
      results.push(...report.results)
      errors.push(...report.errors.map((error) => errorOfJob(error, job)))
    } catch (error) {
      errors.push(errorOfJob(error, job))
      if (context.signal.aborted) break
    }
  }
  return { results, warnings, errors, exitCode: exitCodeOf(results, errors) }
}
