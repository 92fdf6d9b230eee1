import type { Store, StoredObject } from '../domain/store.ts'
import { hasCode } from '../errors/error.ts'
import { forEachBounded } from './bounded.ts'
import { isTrusted } from './envelope.ts'
import { branchPrefix } from './keys.ts'
import { openLineCache } from './line-cache.ts'
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
  const cache = cacheFile === undefined ? undefined : await openLineCache(cacheFile, version)
  const found: OpenedReading[] = []
  const read = async (object: StoredObject): Promise<void> => {
    signal.throwIfAborted()
    const { key } = object
    if (parseLogKey(key)?.verify === undefined) return
    const tag = `${object.bytes} ${object.etag}`
    let reading = cache?.get(key, tag) as OpenedReading | undefined
    if (reading === undefined) {
      try {
        const log = await readRunLog(store, key, signal)
        if (log === undefined) return
        reading = openReading(log, key)
        cache?.set(key, tag, reading)
      } catch (error) {
        if (!hasCode(error, 'object-damaged')) throw error
        return
      }
    }
    found.push(reading)
  }
  await forEachBounded(store.list(branchPrefix('logs', job)), atOnce, read)
  await cache?.save()
  return found
    .filter((reading) => reading.job === job && reading.repository === repository)
    .filter(({ signedBy }) => isTrusted(signedBy, trust))
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
}
