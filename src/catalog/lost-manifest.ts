import type { Store } from '../domain/store.ts'
import { hasCode } from '../errors/error.ts'
import { type BackupName, runLogKey } from './keys.ts'
import { readRunLog } from './runlog.ts'

/**
 * Whether objects without a manifest are of a backup that had one: its log, which is written after the manifest, says
 * `success`. Of a run that died there is no log, or one that says so; of one that was dropped here while others went on,
 * one that says `partial`.
 */
export async function hadManifest(
  store: Store,
  { job, id }: BackupName,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const log = await readRunLog(store, runLogKey(job, id), signal)
    return log?.command === 'backup' && log.status === 'success'
  } catch (error) {
    if (hasCode(error, 'object-damaged')) return false
    throw error
  }
}
