import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { Lease } from '../../catalog/lease.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { SyncResult } from '../../report/results.ts'
import { planSync } from '../../retention/plan-sync.ts'
import { type CommandContext, step } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import { leaseJob, releaseAll, whileHeld } from '../repository/lease.ts'
import { leaseStores } from '../repository/lease-store.ts'
import { rulesAt } from '../repository/passes-on.ts'
import { copyBeside } from './beside.ts'
import { copyBackup } from './copy.ts'
import { heal } from './heal.ts'
import { offersOf } from './offers.ts'
import type { SyncOptions } from './options.ts'
import type { SyncRun } from './run.ts'
import { look, openTarget, type Site, tellUnshredded } from './site.ts'

export interface TargetReport {
  readonly result: SyncResult
  readonly errors: readonly HoldfastError[]
}

type Failed = SyncResult['failed'][number]

/** What makes every further attempt at this destination as vain. */
function endsAll(error: HoldfastError): boolean {
  return error.retryable || error.exitStatus === 7 || ['disk-full', 'lease-lost'].includes(error.code)
}

async function copyAll(run: SyncRun, wanted: readonly string[], errors: HoldfastError[]) {
  const copied: SyncResult['copied'][number][] = []
  const failed: Failed[] = []
  for (const id of wanted) {
    const offer = run.offers.byId.get(id)
    if (offer === undefined) continue
    try {
      step(run.context, `${id} to ${run.target.name}`, run.job)
      copied.push(await copyBackup(run, offer))
    } catch (thrown) {
      run.context.signal.throwIfAborted()
      const error = asHoldfastError(thrown)
      const { code, message } = error
      failed.push({ id, code, message })
      errors.push(Object.assign(error, { context: { id, destination: run.target.name, ...error.context } }))
      if (endsAll(error)) break
    }
  }
  return { copied, failed }
}

/** Damaged manifests that nobody has a good copy of. */
function hopeless({ target, offers }: SyncRun): HoldfastError[] {
  return target.catalogue.damaged
    .filter(({ id }) => !offers.byId.has(id))
    .map(
      ({ key, id }) =>
        new HoldfastError(
          'manifest-damaged',
          `${key} at ${target.name} is damaged, and no other destination has it`,
          {
            hint: 'Restore from another backup; `holdfast cleanup --force` goes on without this one.',
            context: { id, destination: target.name },
          },
        ),
    )
}

function pointsOf(entries: readonly CatalogueEntry[], proven: ReadonlySet<string>) {
  return entries.map((entry) => ({ ...toRecoveryPoint(entry), proven: entry.proven || proven.has(entry.id) }))
}

async function fill(run: SyncRun, startedAt: number): Promise<TargetReport> {
  const { context, job, target, offers, leases, options } = run
  const proven = new Set(offers.points.filter((point) => point.proven).map(({ id }) => id))
  // What is damaged there is there: it is healed, whatever retention would say of it as something new.
  const lacked = offers.points.filter(
    ({ id }) => !target.catalogue.damaged.some((damaged) => damaged.id === id),
  )
  const plan = planSync(
    lacked,
    {
      name: target.name,
      points: pointsOf(target.catalogue.points, proven),
      rules: rulesAt(context.config.job(job), target.name),
      storeNow: leases[0]?.storeTime() ?? context.clock.now(),
    },
    { now: context.clock.now(), timezone: context.config.timezone },
  )
  const errors: HoldfastError[] = hopeless(run)
  let healing: Awaited<ReturnType<typeof heal>> = { healed: [], errors: [] }
  const { copied, failed } = await copyAll(run, plan.wanted, errors)
  try {
    if (!errors.some(endsAll)) healing = await heal(run)
  } catch (error) {
    context.signal.throwIfAborted()
    errors.push(asHoldfastError(error))
  }
  errors.push(...healing.errors)
  const here = new Set([...target.catalogue.points, ...copied].map(({ id }) => id))
  const alongside = options.dryRun || errors.some(endsAll) ? 0 : await copyBeside(run, here)
  const sum = (parts: readonly { readonly bytes: number }[]) =>
    parts.reduce((all, { bytes }) => all + bytes, 0)
  return {
    result: {
      job,
      destination: target.name,
      status: options.dryRun ? 'dry-run' : errors.length === 0 ? 'success' : 'partial',
      copied,
      healed: healing.healed,
      left: [...plan.left, ...offers.left],
      failed,
      alongside,
      sentBytes: options.dryRun
        ? 0
        : copied.reduce((all, { sentBytes }) => all + sentBytes, 0) + sum(healing.healed),
      seconds: (context.clock.monotonic() - startedAt) / 1000,
    },
    errors,
  }
}

function skipped(job: string, destination: string): TargetReport {
  const nothing = { copied: [], healed: [], left: [], failed: [], alongside: 0, sentBytes: 0, seconds: 0 }
  return { result: { job, destination, status: 'skipped', ...nothing }, errors: [] }
}

/**
 * Fills one destination up with what `sources` have of a job, under the job's lease there; the sources are only read.
 * Errors: what keeps all of it from happening; what befalls single backups is in the report.
 */
export async function syncTarget(
  context: CommandContext,
  job: string,
  name: string,
  sources: readonly [Site, ...Site[]],
  options: SyncOptions,
): Promise<TargetReport> {
  const startedAt = context.clock.monotonic()
  const destination: Destination = await openTarget(context, name, sources[0], options.dryRun)
  const leases: readonly Lease[] | undefined = options.dryRun
    ? []
    : await leaseJob(context, job, await leaseStores(context, [destination]), options.onBusy)
  if (leases === undefined) return skipped(job, name)
  try {
    const held = { ...context, signal: whileHeld(context.signal, leases) }
    const target = await look(held, destination, job)
    tellUnshredded(held, job, target, sources)
    return await fill(
      { context: held, job, target, offers: offersOf(sources, target), leases, options },
      startedAt,
    )
  } finally {
    await releaseAll(leases)
  }
}
