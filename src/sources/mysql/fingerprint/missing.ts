import type { SourceContext } from '../../../domain/source.ts'

/**
 * Warns of a look at the data that failed: the backup is good without. Throws on where the run was cancelled, and returns
 * nothing, in place of the fingerprint.
 */
export function fingerprintMissing(context: SourceContext, error: unknown): undefined {
  context.signal.throwIfAborted()
  context.warn({
    severity: 'warning',
    code: 'fingerprint-missing',
    message: `no fingerprint of the data was taken: ${(error as Error).message}`,
    hint: 'Drills of this backup can only load it. Give the user the rights that `holdfast doctor` names.',
  })
  return undefined
}
