import { tmpdir } from 'node:os'
import { isTrusted } from '../../catalog/envelope.ts'
import { writeProof } from '../../catalog/proofs.ts'
import { writeDrillLog } from '../../catalog/runlog.ts'
import { parseSigningKey } from '../../catalog/signing-key.ts'
import type { DrillServer } from '../../domain/drill.ts'
import type { Finding } from '../../domain/finding.ts'
import { proofOf } from '../../drill/proof.ts'
import { openScratch } from '../../drill/scratch.ts'
import type { VerifyResult } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { deadline } from '../repository/deadline.ts'
import type { FoundBackup } from '../repository/find.ts'
import { checkFreshness } from './freshness.ts'
import { runDrill } from './run-drill.ts'

/** A proof that nobody believes is only a report: said before anyone counts on it. */
function unbelieved(signedBy: string | undefined, trust: readonly string[]): Finding | undefined {
  if (isTrusted(signedBy, trust)) return undefined
  return {
    severity: 'warning',
    code: 'proof-untrusted',
    message: signedBy
      ? 'the key that signed this drill is not in signing.trust: it is a report, not a proof'
      : 'this drill is not signed, and signing.trust is set: it is a report, not a proof',
    hint: 'Give the runner that drills the drill signing key (signing.key), and list its public half in signing.trust.',
  }
}

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
  },
): Promise<VerifyResult> {
  const { entry, chain, destination } = found
  const { config, clock, signal, identity } = context
  const job = config.jobNames.includes(entry.job) ? config.job(entry.job) : undefined
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
    const drilled = await runDrill(bounded, found, scratch.path, options.server)
    const { damaged, fetchedBytes, restoreSeconds, drift = [] } = drilled
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
    const { key, trust } = config.signing()
    const signer = key && parseSigningKey(key)
    const warning = unbelieved(signer?.keyid, trust)
    if (warning) tell(context, warning, entry.job)
    const proofKey = await writeProof(destination.store, proof, { signer, signal })
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
      ...(drift.length > 0 && { anomalies: drift }),
    }
  } finally {
    limit.clear()
    await scratch.remove()
  }
}
