import type { ChainLink, RestoreResult, SourceContext } from '../../domain/source.ts'
import { openStaging } from '../staging.ts'
import { extractTar } from './extract.ts'

/** The stream of an archive that another tool wrote: any tar, without the lists that ours has. */
const archiveStream = 'archive'

/** Whether a chain is such an archive. */
export function isArchive([link, ...more]: readonly ChainLink[]): boolean {
  return more.length === 0 && link?.streams[0]?.name === archiveStream
}

/**
 * Extracts an archive of another tool; what is in it lies below the target as it is named there. As with our own,
 * nothing appears unless all of it could be extracted. Errors: `target-not-empty`, `target-unwritable`,
 * `restore-failed`, `disk-full`, and those of the stream.
 */
export async function restoreArchive(
  context: SourceContext,
  [link]: readonly ChainLink[],
  target: string,
  overwrite: boolean,
): Promise<RestoreResult> {
  const staging = await openStaging(target, overwrite, context.environment)
  try {
    if (link) await extractTar(context, link.open(archiveStream), staging.path, { incremental: false })
    context.signal.throwIfAborted()
    await staging.commit(async () => undefined)
    return { bytes: 0, warnings: [] }
  } catch (error) {
    await staging.discard()
    throw error
  }
}
