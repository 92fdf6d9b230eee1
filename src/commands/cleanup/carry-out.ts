import type { Lease } from '../../catalog/lease.ts'
import type { CleanupResult } from '../../report/results.ts'
import type { RetentionPlan } from '../../retention/plan-types.ts'
import type { CommandContext } from '../context.ts'
import { type ExecuteOptions, executePlan, sweep } from './execute.ts'
import { removeOldLogs } from './old-logs.ts'
import type { CleanupOptions } from './options.ts'
import type { Cleanable } from './plan.ts'
import { createSpared } from './spared.ts'

function executeOptions(
  context: CommandContext,
  destination: Cleanable,
  { exclusive }: CleanupOptions,
  leases: readonly Lease[],
): ExecuteOptions {
  return {
    exclusive,
    isSpared: createSpared(context, destination),
    deletion: {
      now: destination.storeNow,
      signal: context.signal,
      assertHeld: () => {
        for (const lease of leases) lease.assertHeld()
      },
    },
  }
}

/** Runs that died and old logs of a job for which there are no rules: its backups all stay. */
export async function sweepOnly(
  context: CommandContext,
  job: string,
  destination: Cleanable,
  options: CleanupOptions,
  leases: readonly Lease[],
): Promise<CleanupResult> {
  const { dryRun } = options
  const execute = executeOptions(context, destination, options, leases)
  const swept = await sweep(context, destination, job, execute, dryRun)
  if (!dryRun) await removeOldLogs(destination, job, execute.deletion)
  const reason = 'the configuration has no such job'
  return {
    job,
    destination: destination.name,
    deleted: [],
    kept: destination.catalogue.points.map(({ id }) => ({ id, reason })),
    garbage: swept.garbage,
    freedBytes: dryRun ? swept.garbage.reduce((sum, { bytes }) => sum + bytes, 0) : swept.bytes,
    ...(dryRun && { dryRun }),
  }
}

/** Carries a plan out at one destination, or shows it: what retention lets go, runs that died, old logs. */
export async function carryOut(
  context: CommandContext,
  job: string,
  destination: Cleanable,
  plan: RetentionPlan,
  options: CleanupOptions,
  leases: readonly Lease[],
): Promise<CleanupResult> {
  const { dryRun } = options
  const execute = executeOptions(context, destination, options, leases)
  const doomed = new Set(plan.decisions.filter(({ keep }) => !keep).map(({ id }) => id))
  const executed =
    dryRun || plan.refused ? undefined : await executePlan(context, destination, job, plan.decisions, execute)
  const swept = await sweep(context, destination, job, execute, dryRun)
  const logs = dryRun ? 0 : await removeOldLogs(destination, job, execute.deletion)
  const gone = executed ? new Set(executed.deleted) : doomed
  const line = ({ id, reasons }: RetentionPlan['decisions'][number]) => ({ id, reason: reasons.join('; ') })
  const stored = new Map([
    ...destination.catalogue.points.map(({ id, stats }) => [id, stats.storedBytes] as const),
    ...destination.adopted.map(({ key, bytes }) => [key, bytes] as const),
  ])
  const planned = [...gone].reduce((sum, id) => sum + (stored.get(id) ?? 0), 0)
  const garbageBytes = swept.garbage.reduce((sum, { bytes }) => sum + bytes, 0)
  const total = [...stored.values()].reduce((sum, bytes) => sum + bytes, 0)
  return {
    job,
    destination: destination.name,
    deleted: plan.decisions.filter(({ id }) => gone.has(id)).map(line),
    kept: plan.decisions
      .filter(({ id }) => !gone.has(id))
      .map((decision) => {
        const stays = executed?.stayed.get(decision.id)
        return stays === undefined ? line(decision) : { id: decision.id, reason: stays }
      }),
    garbage: swept.garbage,
    freedBytes: executed ? executed.bytes + swept.bytes : planned + (dryRun ? garbageBytes : swept.bytes),
    ...(dryRun && { dryRun }),
    ...(plan.note !== undefined && { note: plan.note }),
    ...(options.stats && {
      stats: {
        backups: stored.size,
        storedBytes: total,
        keptBackups: stored.size - gone.size,
        keptBytes: total - planned,
        oldLogs: logs,
      },
    }),
  }
}
