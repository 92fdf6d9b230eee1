import { indexPageBytes } from '../../catalog/index/page.ts'
import { createIndexWriter } from '../../catalog/index/writer.ts'
import type { IndexEntry, IndexSink } from '../../domain/index-entry.ts'
import type { Compression, StreamSummary, VolumeRecord } from '../../domain/manifest.ts'
import type { Capture, CaptureResult } from '../../domain/source.ts'
import { pump } from '../../pipeline/pump.ts'
import type { StreamResult } from '../../pipeline/stream-writer.ts'
import type { VolumeWriter } from '../../pipeline/volume-writer.ts'
import { defaultFrame, defaultSpan } from '../../pipeline/workshop.ts'
import type { CommandContext } from '../context.ts'
import { progressOf } from './progress.ts'

/** The name of the index among a backup's streams. */
export const indexStream = 'index'

/** What was written of one stream, and what meta says of its plain bytes. */
export interface RecordedStream {
  readonly summary: StreamSummary
  readonly plain: { readonly name: string; readonly bytes: number; readonly sha256?: string; readonly blake3?: string }
}

export interface Recorded {
  readonly streams: readonly RecordedStream[]
  readonly volumes: readonly VolumeRecord[]
  readonly result: CaptureResult
  /** The root of the index and the plain bytes of its pages; absent where the source has none. */
  readonly index?: { readonly root: Uint8Array; readonly bytes: number }
  readonly sourceBytes: number
  /** Of all volumes. */
  readonly storedBytes: number
}

export interface RecordOptions {
  readonly job: string
  readonly compression: Compression
  readonly recipient?: string
  readonly blake3: boolean
  /** `data/<job>/<id>` */
  readonly prefix: string
  readonly signal: AbortSignal
}

/** Index entries on their way into the stream `index`, page by page, behind the data. */
export interface IndexRecorder extends IndexSink {
  /** Directs pages into the writer; what was added before is kept until then. */
  begin(writer: VolumeWriter, options: Pick<RecordOptions, 'prefix' | 'recipient'>): void
  finish(): Promise<{ root: Uint8Array; stream: StreamResult } | undefined>
}

/** Made before the capture, which needs the sink, while the writer needs the capture's level for its keys. */
export function createIndexRecorder(): IndexRecorder {
  const early: Uint8Array[] = []
  let write: ((page: Uint8Array) => void | Promise<void>) | undefined
  let end: (() => Promise<StreamResult>) | undefined
  let queue: Promise<void> = Promise.resolve()
  let used = false
  const pages = createIndexWriter({
    onPage(page) {
      if (write === undefined) early.push(page)
      else queue = queue.then(() => write?.(page))
      queue.catch(() => undefined)
    },
  })
  return {
    add(entry: IndexEntry) {
      used = true
      pages.add(entry)
    },
    begin(writer, { prefix, recipient }) {
      const stream = writer.stream({
        name: indexStream,
        compression: { type: 'zstd', level: 3 },
        frame: indexPageBytes,
        ...(recipient === undefined ? {} : { recipient }),
        hashes: { sha256: false, blake3: false },
        keyPrefix: `${prefix}/index`,
      })
      write = (page) => stream.write(page)
      end = () => stream.end()
      for (const page of early.splice(0)) queue = queue.then(() => write?.(page))
    },
    async finish() {
      if (!used || end === undefined) return undefined
      const root = pages.finish()
      await queue
      return { root, stream: await end() }
    },
  }
}

/** Drives every stream of a capture into volumes, then asks the source for its verdict. */
export async function record(
  context: CommandContext,
  capture: Capture,
  writer: VolumeWriter,
  index: IndexRecorder,
  options: RecordOptions,
): Promise<Recorded> {
  const streams: RecordedStream[] = []
  const volumes: VolumeRecord[] = []
  for (const stream of capture.streams) {
    const progress = progressOf(context.reporter, {
      job: options.job,
      stream: stream.name,
      phase: 'read',
      ...(stream.estimate === undefined ? {} : { total: stream.estimate }),
    })
    const written = await pump(
      stream.open(),
      writer.stream({
        name: stream.name,
        compression: options.compression,
        ...(options.recipient === undefined ? {} : { recipient: options.recipient }),
        hashes: { sha256: stream.observerReplacesHash !== true, blake3: options.blake3 },
      }),
      {
        ...(stream.observer === undefined ? {} : { observer: stream.observer }),
        onBytes: progress.add,
        signal: options.signal,
      },
    )
    progress.done()
    volumes.push(...written.volumes)
    streams.push(recorded(stream.name, stream.mediaType, options.compression, written))
  }
  const result = await capture.finish()
  const finished = await index.finish()
  volumes.push(...(finished?.stream.volumes ?? []))
  return {
    streams,
    volumes,
    result,
    ...(finished && { index: { root: finished.root, bytes: finished.stream.bytes } }),
    sourceBytes: streams.reduce((sum, stream) => sum + stream.plain.bytes, 0),
    storedBytes: volumes.reduce((sum, volume) => sum + volume.bytes, 0),
  }
}

function recorded(name: string, mediaType: string, compression: Compression, written: StreamResult): RecordedStream {
  const { bytes, sha256, blake3, volumes, storedBytes } = written
  return {
    summary: {
      name,
      mediaType,
      compression,
      volumes: volumes.length,
      frame: defaultFrame,
      span: defaultSpan,
      storedBytes,
    },
    plain: {
      name,
      bytes,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(blake3 === undefined ? {} : { blake3 }),
    },
  }
}
