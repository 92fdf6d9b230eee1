import { tmpdir } from 'node:os'
import type { RestoredCopy } from '../../domain/copy.ts'
import type { DrillServer } from '../../domain/drill.ts'
import { proofOf } from '../../drill/proof.ts'
import { openScratch } from '../../drill/scratch.ts'
import type { VerifyResult } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { deadline } from '../repository/deadline.ts'
import type { FoundBackup } from '../repository/find.ts'
import { checkName } from './checks.ts'
import { findDrift } from './drift.ts'
import { checkFreshness } from './freshness.ts'
import { handOver, requireKeepable } from './keep.ts'
import type { KeepCopy } from './options.ts'
import { recordAttempt, recordDrill } from './record-drill.ts'
import { runDrill } from './run-drill.ts'

/** Whether the newest drill of the job that came to a verdict had failed before this one. */
function failedBefore({ entries }: FoundBackup): boolean {
  const verdicts = entries.flatMap(({ lastVerdict }) => lastVerdict ?? [])
  const newest = verdicts.reduce<(typeof verdicts)[number] | undefined>(
    (best, each) => (best === undefined || each.finishedAt > best.finishedAt ? each : best),
    undefined,
  )
  return newest?.result === 'failed'
}

/**
 * Restores a chain into a throwaway place, compares it with what the backup says of itself, and leaves a proof, signed
 * where a signing key is configured; a failed drill leaves one too. Errors are those that say nothing of the backup.
 */
export async function drillBackup(
  context: CommandContext,
  found: FoundBackup,
  options: {
    readonly scratch?: string | undefined
    /** Nobody asked for this very backup: the job is judged, and a stale one fails. */
    readonly wholeJob: boolean
    readonly server?: DrillServer
    readonly keep?: KeepCopy | undefined
  },
): Promise<VerifyResult> {
  const { entry, chain, destination } = found
  const { keep } = options
  if (keep) requireKeepable(context, found)
  let copy: RestoredCopy | undefined
  const take = (taken: RestoredCopy): void => {
    copy = taken
  }
  const { config, clock, signal, identity } = context
  const job = config.jobNames.includes(entry.job) ? config.job(entry.job) : undefined
  const own = (job?.verify?.checks ?? []).map(checkName)
  const limit = deadline(context, `the drill of ${entry.job}`, job?.verify?.budget)
  const bounded = { ...context, signal: AbortSignal.any([signal, limit.signal]) }
  const needed = chain.reduce((sum, { stats }) => sum + stats.sourceBytes, 0)
  const scratch = await openScratch(options.scratch ?? job?.scratchDir ?? tmpdir(), needed)
  const startedAt = clock.now()
  const started = clock.monotonic()
  context.reporter.on({
    type: 'job-started',
    job: entry.job,
    command: 'drill',
    id: entry.id,
    level: entry.level,
  })
  try {
    const drilled = await runDrill(bounded, found, scratch.path, {
      server: options.server,
      ...(keep && { keeper: { ...keep, take } }),
    })
    const { damaged, fetchedBytes, restoreSeconds, last } = drilled
    const fresh = job && options.wholeJob ? checkFreshness(job, found.entries, startedAt) : []
    // A drill that checked nothing has failed, however fresh its backup is.
    const checks = drilled.result.checks.length === 0 ? [] : [...drilled.result.checks, ...fresh]
    const result = { ...drilled.result, checks }
    const rtoSeconds = (clock.monotonic() - started) / 1000
    const proof = proofOf(
      {
        repository: destination.repository.repository,
        job: entry.job,
        id: entry.id,
        chain,
        destination: destination.name,
        backup: { source: entry.source.type, createdAt: entry.createdAt, level: entry.level },
        restoreSeconds,
        startedAt,
        finishedAt: clock.now(),
        rtoSeconds,
        fetchedBytes,
        host: identity.host,
        version: identity.version,
        ...(identity.run && { run: identity.run }),
      },
      result,
    )
    const proofKey = await recordDrill(context, destination.store, proof)
    // Other backups are read for it: no part of how long this one took, nor of its verdict.
    const drift = last ? await findDrift(context, found, last) : []
    for (const finding of drift) tell(context, finding, entry.job)
    context.reporter.on({
      type: 'job-finished',
      job: entry.job,
      command: 'drill',
      status: proof.result,
      seconds: rtoSeconds,
    })
    const given =
      keep && copy && proof.result === 'passed' ? await handOver(context, found, copy, keep) : undefined
    if (given) copy = undefined
    return {
      job: entry.job,
      id: entry.id,
      destination: destination.name,
      depth: 'restore',
      result: proof.result,
      evidence: proof.evidence,
      checks: proof.checks,
      ...(own.length > 0 && { ownChecks: own }),
      proof: proofKey,
      rtoSeconds,
      restoredBytes: result.bytes,
      fetchedBytes,
      damaged,
      ...(proof.result === 'passed' && failedBefore(found) && { recovered: true }),
      ...(given && { copy: given }),
      ...(drift.length > 0 && { anomalies: drift }),
    }
  } catch (thrown) {
    await recordAttempt(context, destination.store, entry, startedAt, thrown)
    throw thrown
  } finally {
    limit.clear()
    await copy?.remove()
    await scratch.remove()
  }
}
