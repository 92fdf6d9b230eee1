import type { Store, StoredObject } from '../domain/store.ts'
import { readCachedObjects } from './cached-objects.ts'
import { isTrusted } from './envelope.ts'
import { branchPrefix } from './keys.ts'
import { parseLogKey } from './parse-keys.ts'
import { type OpenedReading, openReading } from './readings.ts'
import { readRunLog } from './runlog.ts'

const version = 'readings 1'
const atOnce = 16

export interface ReadReadingsOptions {
  /** The id in `holdfast.json`: readings of another repository do not count. */
  readonly repository: string
  /** With keys here, only what one of them signed counts. */
  readonly trust?: readonly string[] | undefined
  /** None where absent. */
  readonly cacheFile?: string | undefined
  readonly signal: AbortSignal
}

/**
 * What was read back of a job's backups at a store, newest first, by the logs of verifications; fetches only what the
 * cache lacks. Damaged ones and those of nobody who is trusted show nothing, and are left out.
 */
export async function readReadings(
  store: Store,
  job: string,
  { repository, trust, cacheFile, signal }: ReadReadingsOptions,
): Promise<readonly OpenedReading[]> {
  const read = async ({ key }: StoredObject): Promise<OpenedReading | undefined> => {
    const log = await readRunLog(store, key, signal)
    return log && openReading(log, key)
  }
  const isReading = (key: string) => parseLogKey(key)?.verify !== undefined
  const options = { cacheFile, version, parallel: atOnce, signal }
  const { found } = await readCachedObjects(store, branchPrefix('logs', job), isReading, read, options)
  return found
    .filter((reading) => reading.job === job && reading.repository === repository)
    .filter(({ signedBy }) => isTrusted(signedBy, trust))
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
}
