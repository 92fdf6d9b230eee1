import { damaged } from '../codec/damage.ts'
import { openVolumeKey } from '../codec/open-volume.ts'
import { sealedBound } from '../codec/seal-frames.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import { fetchInto } from './fetch-object.ts'
import type { StreamReaderOptions } from './stream-reader.ts'
import type { OpenTask } from './worker-messages.ts'
import { createWorkerPool } from './worker-pool.ts'
import { open } from './worker-tasks.ts'
import { defaultWorkers, smallestFrame } from './workshop.ts'

/** Bytes handed on at a time, copied since the buffer is reused. */
const pieceBytes = 256 * 1024

/** Buffers that one volume needs on its way. */
interface Bench {
  readonly stored: SharedArrayBuffer
  readonly out: SharedArrayBuffer
}

interface Opened {
  readonly bench: Bench
  readonly bytes: number
}

/** The plain bytes of all volumes in order, each volume verified as a whole before any of it is delivered. */
export async function* readVolumes(options: StreamReaderOptions): AsyncGenerator<Uint8Array> {
  const { volumes, summary, totalBytes } = options
  const workers = Math.max(1, options.workers ?? defaultWorkers())
  const pool = createWorkerPool(options.workerUrl, workers)
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const benches: Bench[] = []
  const ahead: Promise<Opened>[] = []
  let next = 0
  let delivered = 0

  function begin(volume: VolumeRecord): void {
    const opened = openOne(volume, benches.pop() ?? makeBench(options))
    // Waited for in order; a later one may fail before anybody waits for it.
    opened.catch(() => undefined)
    ahead.push(opened)
  }

  async function openOne(volume: VolumeRecord, bench: Bench): Promise<Opened> {
    const { compression, frame, span } = summary
    if (volume.bytes > bench.stored.byteLength)
      throw damaged('its record is larger than a volume may be', volume.key)
    const stored = await fetchInto(options.store, volume.key, Buffer.from(bench.stored), volume.bytes, signal)
    options.onFetched?.(volume.bytes)
    const payloadKey = options.identity && (await openVolumeKey(stored, volume, options.identity))
    const format = { compression, frame, span }
    const task: OpenTask = { type: 'open', ...bench, volume, format, ...(payloadKey ? { payloadKey } : {}) }
    const { bytes } = volumes.length === 1 ? open(task) : await pool.run(task)
    if (bytes !== span && volume !== volumes.at(-1)) throw damaged('it is shorter than a volume', volume.key)
    return { bench, bytes }
  }

  try {
    for (;;) {
      for (; next < volumes.length && ahead.length < workers + 2; next++) begin(volumes[next] as VolumeRecord)
      const opened = ahead.shift()
      if (!opened) break
      const { bench, bytes } = await opened
      options.signal.throwIfAborted()
      for (let at = 0; at < bytes; at += pieceBytes) {
        yield Buffer.copyBytesFrom(new Uint8Array(bench.out, at, Math.min(pieceBytes, bytes - at)))
      }
      delivered += bytes
      benches.push(bench)
    }
    if (totalBytes !== undefined && delivered !== totalBytes) {
      throw damaged(`it has ${delivered} bytes instead of ${totalBytes}`, `the stream ${summary.name}`)
    }
  } finally {
    stop.abort()
    await pool.close()
  }
}

function makeBench({ summary: { span, frame } }: StreamReaderOptions): Bench {
  return {
    stored: new SharedArrayBuffer(sealedBound(span, Math.min(frame, smallestFrame))),
    out: new SharedArrayBuffer(span),
  }
}
