import type { StreamSummary, VolumeRecord } from '../../domain/manifest.ts'
import type { CaptureResult, SourceStream } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { indexStream } from '../repository/index-stream.ts'
import { previousStats } from './previous-stats.ts'
import { type Progress, progressOf } from './progress.ts'
import type { Writing } from './writing.ts'

/** What was written of one stream, and what meta says of its plain bytes. */
export interface RecordedStream {
  readonly summary: StreamSummary
  readonly plain: {
    readonly name: string
    readonly bytes: number
    readonly sha256?: string
    readonly blake3?: string
  }
  readonly volumes: readonly VolumeRecord[]
}

/** Stores one stream of a capture in some package. */
export type StoreStream = (stream: SourceStream, progress: Progress) => Promise<RecordedStream>

export interface Recorded {
  readonly streams: readonly RecordedStream[]
  /** Of all streams and the index. */
  readonly volumes: readonly VolumeRecord[]
  readonly result: CaptureResult
  /** The root of the index and the plain bytes of its pages; absent where the source has none. */
  readonly index?: { readonly root: Uint8Array; readonly bytes: number }
  readonly sourceBytes: number
  /** Of all volumes or single objects. */
  readonly storedBytes: number
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** Drives every stream of the capture into the stores, then asks the source for its verdict. */
export async function record(writing: Writing, storeStream: StoreStream): Promise<Recorded> {
  const { capture, context, job, index, destinations } = writing
  // A source that cannot tell its size beforehand is most likely as large as the last time.
  const usual =
    capture.streams.length === 1 ? previousStats(destinations, capture.level)?.sourceBytes : undefined
  const streams: RecordedStream[] = []
  for (const stream of capture.streams) {
    if (stream.name === indexStream.name) {
      throw new HoldfastError('internal', `a source must not name a stream ${stream.name}`)
    }
    const total = stream.estimate ?? usual
    const progress = progressOf(context.reporter, {
      job: job.name,
      stream: stream.name,
      phase: 'read',
      ...(total === undefined ? {} : { total }),
    })
    streams.push(await storeStream(stream, progress))
    progress.done()
  }
  const result = await capture.finish()
  const finished = await index.finish()
  const indexVolumes = finished?.stream.volumes ?? []
  return {
    streams,
    volumes: [...streams.flatMap(({ volumes }) => volumes), ...indexVolumes],
    result,
    ...(finished && { index: { root: finished.root, bytes: finished.stream.bytes } }),
    sourceBytes: sum(streams, ({ plain }) => plain.bytes),
    storedBytes: sum(streams, ({ summary }) => summary.storedBytes) + sum(indexVolumes, ({ bytes }) => bytes),
  }
}
