import { damaged } from '../codec/damage.ts'
import { openVolumeKey } from '../codec/open-volume.ts'
import { sealedBound } from '../codec/seal-frames.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import { fetchInto } from './fetch-object.ts'
import { createPool, type Pool } from './pool.ts'
import type { StreamReaderOptions } from './stream-reader-options.ts'
import type { OpenTask } from './worker-messages.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'
import { open } from './worker-tasks.ts'
import { defaultWorkers, smallestFrame } from './workshop.ts'

type Frames = readonly Uint8Array[]

/** The plain bytes of all volumes in order, each volume verified as a whole before any of it is delivered. */
export async function* readVolumes(options: StreamReaderOptions): AsyncGenerator<Uint8Array> {
  const { volumes, summary, totalBytes } = options
  const workers = Math.max(1, options.workers ?? defaultWorkers())
  const threads = createWorkerPool(options.workerUrl, workers)
  const bytes = sealedBound(summary.span, Math.min(summary.frame, smallestFrame))
  const buffers = createPool(workers + 2, () => new SharedArrayBuffer(bytes))
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const ahead: Promise<Frames>[] = []
  let next = 0
  let delivered = 0
  try {
    for (;;) {
      for (; next < volumes.length && ahead.length < workers + 3; next++) {
        const opened = openNext({ ...options, signal }, volumes[next] as VolumeRecord, buffers, threads)
        // Waited for in order; a later one may fail before anybody waits for it.
        opened.catch(() => undefined)
        ahead.push(opened)
      }
      const opened = ahead.shift()
      if (!opened) break
      for (const frame of await opened) {
        options.signal.throwIfAborted()
        yield frame
        delivered += frame.length
      }
    }
    if (totalBytes !== undefined && delivered !== totalBytes) {
      throw damaged(`it has ${delivered} bytes instead of ${totalBytes}`, `the stream ${summary.name}`)
    }
  } finally {
    stop.abort()
    buffers.fail(stop.signal.reason)
    await threads.close()
  }
}

/** Fetches and opens one volume; on this thread where it is the only one. */
async function openNext(
  { store, summary, volumes, identity, signal, onFetched }: StreamReaderOptions,
  volume: VolumeRecord,
  buffers: Pool<SharedArrayBuffer>,
  threads: WorkerPool,
): Promise<Frames> {
  const stored = await buffers.take()
  if (volume.bytes > stored.byteLength) throw damaged('its record is larger than a volume may be', volume.key)
  const body = await fetchInto(store, volume.key, Buffer.from(stored), volume.bytes, signal)
  onFetched?.(volume.bytes)
  const payloadKey = identity && (await openVolumeKey(body, volume, identity))
  const { compression, frame, span } = summary
  const format = { compression, frame, span }
  const task: OpenTask = { type: 'open', stored, volume, format, ...(payloadKey ? { payloadKey } : {}) }
  const { frames } = volumes.length === 1 ? open(task) : await threads.run(task)
  buffers.give(stored)
  const bytes = frames.reduce((sum, { length }) => sum + length, 0)
  if (bytes !== span && volume !== volumes.at(-1)) throw damaged('it is shorter than a volume', volume.key)
  return frames
}
