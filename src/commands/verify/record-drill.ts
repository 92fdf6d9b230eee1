import { isTrusted } from '../../catalog/envelope.ts'
import { writeProof } from '../../catalog/proofs.ts'
import { writeDrillLog } from '../../catalog/runlog.ts'
import { parseSigningKey } from '../../catalog/signing-key.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Proof } from '../../domain/proof.ts'
import type { Store } from '../../domain/store.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'

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

/**
 * Leaves a log of a drill that came to nothing, such as one that took too long: what is due next goes by who tried. A
 * log that cannot be written is no second failure.
 */
export async function recordAttempt(
  { clock, signal }: CommandContext,
  store: Store,
  { job, id }: { readonly job: string; readonly id: string },
  startedAt: Date,
  thrown: unknown,
): Promise<void> {
  if (signal.aborted) return
  const { code, message } = asHoldfastError(thrown)
  const log = { format: 1, command: 'drill', job, id, status: 'failed', error: { code, message } } as const
  const times = { startedAt: startedAt.toISOString(), finishedAt: clock.now().toISOString() }
  await writeDrillLog(store, { ...log, ...times }, signal).catch(() => undefined)
}

/** Writes the proof of a drill, signed where a key is configured, and the line of the log. Returns the proof's key. */
export async function recordDrill(context: CommandContext, store: Store, proof: Proof): Promise<string> {
  const { config, signal } = context
  const { job, id, result, startedAt, finishedAt } = proof
  const { key, trust } = config.signing()
  const signer = key && parseSigningKey(key)
  const warning = unbelieved(signer?.keyid, trust)
  if (warning) tell(context, warning, job)
  const written = await writeProof(store, proof, { signer, signal })
  const status = result === 'passed' ? 'success' : 'unverified'
  const log = { format: 1, command: 'drill', job, id, status, startedAt, finishedAt } as const
  await writeDrillLog(store, { ...log, proof: written, result }, signal)
  return written
}
