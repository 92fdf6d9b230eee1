import { tmpdir } from 'node:os'
import { findObject } from '../../catalog/object-io.ts'
import { writeProof } from '../../catalog/proofs.ts'
import { writeDrillLog } from '../../catalog/runlog.ts'
import { parseSigningKey } from '../../catalog/signing-key.ts'
import type { Finding } from '../../domain/finding.ts'
import type { DrillResult } from '../../domain/source.ts'
import { proofOf } from '../../drill/proof.ts'
import { openScratch } from '../../drill/scratch.ts'
import type { VerifyResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { deadline } from '../repository/deadline.ts'
import type { FoundBackup } from '../repository/find.ts'
import { openersFor } from '../repository/identities.ts'
import { openChain } from '../repository/open-chain.ts'
import { progressOver } from '../repository/progress.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { runChecks } from './checks.ts'
import { damageOf } from './damage.ts'

/** Whether the newest drill of the job that came to a verdict had failed before this one. */
function failedBefore({ entries }: FoundBackup): boolean {
  const verdicts = entries.flatMap(({ lastVerdict }) => lastVerdict ?? [])
  const newest = verdicts.reduce<(typeof verdicts)[number] | undefined>(
    (best, each) => (best === undefined || each.finishedAt > best.finishedAt ? each : best),
    undefined,
  )
  return newest?.result === 'failed'
}

/** A cleanup may delete a backup while it is drilled: then the drill says nothing. */
async function isStillThere(found: FoundBackup): Promise<boolean> {
  for (const { key } of found.chain) {
    if (!(await findObject(found.destination.store, key))) return false
  }
  return true
}

interface Drilled {
  readonly result: DrillResult
  readonly damaged: readonly string[]
  readonly fetchedBytes: number
}

async function runDrill(context: CommandContext, found: FoundBackup, scratch: string): Promise<Drilled> {
  const { entry, chain } = found
  const { config, signal } = context
  const checks = config.jobNames.includes(entry.job) ? (config.job(entry.job).verify?.checks ?? []) : []
  let inspected = false
  const warnings: Finding[] = []
  let fetched = () => 0
  try {
    const opened = await openChain(context, found, await openersFor(context, chain))
    fetched = opened.fetchedBytes
    const sourceContext = sourceContextOf(context, entry.job, warnings)
    const inspect = (directory: string) => {
      inspected = true
      return runChecks(checks, { directory, environment: sourceContext.environment, signal })
    }
    const drilled = await sourceOf(context, entry.job, entry.source.type).drill(
      sourceContext,
      progressOver(context, entry.job, 'drill', opened.links),
      { scratch, inspect },
    )
    const own = inspected ? [] : await inspect(scratch)
    const result = { ...drilled, checks: [...drilled.checks, ...own] }
    return { result, damaged: [], fetchedBytes: fetched() }
  } catch (thrown) {
    context.signal.throwIfAborted()
    if (!(await isStillThere(found))) throw thrown
    const { checks, damaged } = damageOf(thrown, 'restore')
    return { result: { checks, evidence: entry.evidence, bytes: 0 }, damaged, fetchedBytes: fetched() }
  }
}

/**
 * Restores a chain into a throwaway place, compares it with what the backup says of itself, and leaves a proof, signed
 * where a signing key is configured; a failed drill leaves one too. Errors are those that say nothing of the backup.
 */
export async function drillBackup(
  context: CommandContext,
  found: FoundBackup,
  scratchOption: string | undefined,
): Promise<VerifyResult> {
  const { entry, chain, destination } = found
  const { config, clock, signal, identity } = context
  const job = config.jobNames.includes(entry.job) ? config.job(entry.job) : undefined
  const limit = deadline(context, `the drill of ${entry.job}`, job?.verify?.budget)
  const bounded = { ...context, signal: AbortSignal.any([signal, limit.signal]) }
  const needed = chain.reduce((sum, { stats }) => sum + stats.sourceBytes, 0)
  const scratch = await openScratch(scratchOption ?? job?.scratchDir ?? tmpdir(), needed)
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
    const { result, damaged, fetchedBytes } = await runDrill(bounded, found, scratch.path)
    const rtoSeconds = (clock.monotonic() - started) / 1000
    const proof = proofOf(
      {
        repository: destination.repository.repository,
        job: entry.job,
        id: entry.id,
        chain,
        destination: destination.name,
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
    const { key } = config.signing()
    const proofKey = await writeProof(destination.store, proof, {
      signer: key && parseSigningKey(key),
      signal,
    })
    const status = proof.result === 'passed' ? 'success' : 'unverified'
    const { startedAt: began, finishedAt } = proof
    const log = {
      format: 1,
      command: 'drill',
      job: entry.job,
      id: entry.id,
      status,
      startedAt: began,
      finishedAt,
    } as const
    await writeDrillLog(destination.store, { ...log, proof: proofKey, result: proof.result }, signal)
    context.reporter.on({
      type: 'job-finished',
      job: entry.job,
      command: 'drill',
      status: proof.result,
      seconds: rtoSeconds,
    })
    return {
      job: entry.job,
      id: entry.id,
      destination: destination.name,
      depth: 'restore',
      result: proof.result,
      evidence: proof.evidence,
      checks: proof.checks,
      proof: proofKey,
      rtoSeconds,
      restoredBytes: result.bytes,
      fetchedBytes,
      damaged,
      ...(proof.result === 'passed' && failedBefore(found) && { recovered: true }),
    }
  } finally {
    limit.clear()
    await scratch.remove()
  }
}
