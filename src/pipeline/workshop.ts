import { availableParallelism } from 'node:os'
import { sealedBound } from '../codec/seal-frames.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import { createPool, type Pool } from './pool.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

/** Plain bytes of a volume unless a stream says otherwise. */
export const defaultSpan = 16 * 1024 * 1024
/** Plain bytes of a frame unless a stream says otherwise. */
export const defaultFrame = 2 * 1024 * 1024
/** The smallest frame a stream may have; bounds the size of output buffers. */
export const smallestFrame = 64 * 1024

/** Cores, at most four: beyond that the source or the store is what limits. */
export function defaultWorkers(): number {
  return Math.min(4, availableParallelism())
}

export interface VolumeInfo {
  /** Where the volume's first plain byte lies in its stream. */
  readonly plainOffset: number
  readonly plainBytes: number
  /** Of streams with `volumeHash`. */
  readonly plainSha256?: string
  /** It was stored before, and its plain bytes are the same: it was not stored again. */
  readonly known?: true
}

export interface VolumeWriterOptions {
  /** Threads; absent: cores, at most four. */
  readonly workers?: number
  /** Entry of a worker thread, which calls `serveTasks`. */
  readonly workerUrl: URL
  /** Stores one volume; `body` is reused once the promise has settled. */
  readonly sink: (key: string, body: Uint8Array, sha256: string) => Promise<void>
  /** Told of each stored volume, in any order; waited for before its buffer is reused. */
  readonly onVolume?: (record: VolumeRecord, info: VolumeInfo) => Promise<void> | void
  readonly signal: AbortSignal
  /** Volumes in `sink` at a time; 4 when absent. */
  readonly uploadsInFlight?: number
  /** `data/<job>/<id>` */
  readonly dataPrefix: string
  /** The largest span of any stream; 16 MiB when absent. */
  readonly largestSpan?: number
}

/** What all streams of a run share: threads, buffers, and the first failure. */
export interface Workshop {
  readonly options: VolumeWriterOptions
  readonly largestSpan: number
  readonly sealers: WorkerPool
  readonly hashers: WorkerPool
  readonly plains: Pool<SharedArrayBuffer>
  readonly outs: Pool<SharedArrayBuffer>
  readonly uploads: Pool<object>
  /** Throws what the run failed of. */
  check(): void
  /** Ends everything; the first call counts. Resolves when all threads have ended. */
  fail(error: unknown): Promise<void>
  /** Rejects when the run fails. */
  readonly failed: Promise<never>
}

/**
 * The pools bound the memory of a run: a plain buffer for each worker, one waiting and one for each open stream, and
 * as many output buffers as there may be uploads, or one more than there are workers.
 */
export function createWorkshop(options: VolumeWriterOptions): Workshop {
  const workers = Math.max(1, options.workers ?? defaultWorkers())
  const uploads = Math.max(1, options.uploadsInFlight ?? 4)
  const largestSpan = options.largestSpan ?? defaultSpan
  const outBytes = sealedBound(largestSpan, smallestFrame)
  const sealers = createWorkerPool(options.workerUrl, workers)
  const hashers = createWorkerPool(options.workerUrl, 1)
  const plains = createPool(workers + 1, () => new SharedArrayBuffer(largestSpan))
  const outs = createPool(Math.max(workers + 1, uploads), () => new SharedArrayBuffer(outBytes))
  const slots = createPool<object>(uploads, () => ({}))
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => undefined)
  let failure: { error: unknown } | undefined

  async function fail(error: unknown): Promise<void> {
    failure ??= { error }
    reject(failure.error)
    for (const pool of [plains, outs, slots]) pool.fail(failure.error)
    await Promise.all([sealers.close(failure.error), hashers.close(failure.error)])
  }

  return {
    options,
    largestSpan,
    sealers,
    hashers,
    plains,
    outs,
    uploads: slots,
    check() {
      if (failure) throw failure.error
    },
    fail,
    failed,
  }
}
