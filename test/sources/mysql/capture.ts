import { hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Finding } from '../../../src/domain/finding.ts'
import type {
  CaptureContext,
  CaptureResult,
  ChainLink,
  ParentState,
  Source,
  StoredStream,
} from '../../../src/domain/source.ts'
import { sourceContext } from '../../fakes/capture.ts'

export interface Captured {
  readonly link: ChainLink
  readonly result: CaptureResult
  readonly findings: readonly Finding[]
  readonly level: number
  readonly fullBecause: string | undefined
  readonly parent: ParentState
  /** Where a stream's plain bytes are. */
  file(stream: string): string
}

let count = 0

/** Captures all streams of a source into files of `directory`, and makes a link of a chain of them. */
export async function capture(
  source: Source,
  directory: string,
  options: {
    readonly level?: number
    readonly parent?: ParentState
    readonly context?: Partial<CaptureContext>
    /** Before a stream is read. */
    readonly onOpen?: (stream: string) => void | Promise<void>
  } = {},
): Promise<Captured> {
  const base = sourceContext(options.context?.signal)
  const context: CaptureContext = {
    ...base,
    level: options.level ?? 0,
    repository: '0123456789abcdef',
    ...(options.parent === undefined ? {} : { parent: options.parent }),
    index: { add: () => undefined },
    allowUnread: [],
    ...options.context,
  }
  const file = (stream: string) => join(directory, `${encodeURIComponent(stream)}.stream`)
  const begun = await source.capture(context)
  try {
    const streams: StoredStream[] = []
    for (const { name, mediaType, observer, open: begin } of begun.streams) {
      const readable = begin()
      await options.onOpen?.(name)
      const watched = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          observer?.write(chunk)
          yield chunk
        }
      }
      await pipeline(readable, watched, createWriteStream(file(name)))
      observer?.end()
      const sha256 = hash('sha256', await readFile(file(name)))
      streams.push({ name, mediaType, bytes: (await stat(file(name))).size, sha256 })
    }
    const result = await begun.finish()
    count += 1
    const id = `backup-${count}-L${begun.level}`
    const link: ChainLink = {
      id,
      level: begun.level,
      streams,
      description: begun.description,
      ...(result.fingerprint === undefined ? {} : { fingerprint: result.fingerprint }),
      unread: [],
      open: (name) => createReadStream(file(name)),
      async read(name, offset, length) {
        const handle = await open(file(name))
        const buffer = Buffer.alloc(length)
        const { bytesRead } = await handle.read(buffer, 0, length, offset)
        await handle.close()
        return buffer.subarray(0, bytesRead)
      },
    }
    const { level, fullBecause } = begun
    const parent = { id, level, state: result.state ?? new Uint8Array() }
    return { link, result, findings: base.findings, level, fullBecause, parent, file }
  } finally {
    await begun.abort()
  }
}
