import type { Chain, RestoreResult, SourceContext } from '../../domain/source.ts'
import { openStaging } from '../staging.ts'
import { extractChain, settleRoot } from './extract-chain.ts'

/**
 * Restores a chain so that `target` is the source's root. Everything is extracted beside it and put in place by
 * renaming at the end; whatever fails before leaves the target as it was. Errors: `target-not-empty`,
 * `target-unwritable`, `restore-failed`, `disk-full`, and those of the streams.
 */
export async function restoreTree(
  context: SourceContext,
  chain: Chain,
  target: string,
  overwrite: boolean,
): Promise<RestoreResult> {
  const staging = await openStaging(target, overwrite, context.environment)
  try {
    const { files, bytes, warnings } = await extractChain(context, chain, staging.path)
    context.signal.throwIfAborted()
    await staging.commit((root) => settleRoot(context, chain, root))
    return { files, bytes, warnings }
  } catch (error) {
    await staging.discard()
    throw error
  }
}
