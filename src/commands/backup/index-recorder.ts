import { indexPageBytes } from '../../catalog/index/page.ts'
import { createIndexWriter } from '../../catalog/index/writer.ts'
import type { IndexSink } from '../../domain/index-entry.ts'
import type { StreamResult } from '../../pipeline/stream-writer.ts'
import type { VolumeWriter } from '../../pipeline/volume-writer.ts'
import { indexStream } from '../repository/index-stream.ts'

/** Index entries on their way into the stream `index`, page by page, beside the data. */
export interface IndexRecorder extends IndexSink {
  /** Directs pages into the writer; what was added before is kept until then. */
  begin(writer: VolumeWriter, options: { readonly prefix: string; readonly recipient?: string }): void
  /** Resolves when all pages are stored; undefined where no entry was ever added. */
  finish(): Promise<{ readonly root: Uint8Array; readonly stream: StreamResult } | undefined>
}

/** Made before the capture, which needs the sink, while the writer needs the capture's level for its keys. */
export function createIndexRecorder(): IndexRecorder {
  const early: Uint8Array[] = []
  let write: ((page: Uint8Array) => void | Promise<void>) | undefined
  let end: (() => Promise<StreamResult>) | undefined
  let queue: Promise<void> = Promise.resolve()
  let used = false

  function enqueue(page: Uint8Array): void {
    queue = queue.then(() => write?.(page))
    queue.catch(() => undefined)
  }

  const pages = createIndexWriter({
    onPage: (page) => {
      if (write === undefined) early.push(page)
      else enqueue(page)
    },
  })
  return {
    add(entry) {
      used = true
      pages.add(entry)
    },
    begin(writer, { prefix, recipient }) {
      const stream = writer.stream({
        name: indexStream.name,
        compression: indexStream.compression,
        frame: indexPageBytes,
        ...(recipient === undefined ? {} : { recipient }),
        hashes: { sha256: false, blake3: false },
        keyPrefix: `${prefix}/index`,
      })
      write = (page) => stream.write(page)
      end = () => stream.end()
      for (const page of early.splice(0)) enqueue(page)
    },
    async finish() {
      if (!used || end === undefined) return undefined
      const root = pages.finish()
      await queue
      return { root, stream: await end() }
    },
  }
}
