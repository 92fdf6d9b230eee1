import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {
  CaptureResult,
  ChainLink,
  ParentState,
  Source,
  SourceContext,
} from '../../../../src/domain/source.ts'
import { sourceContext } from '../../../fakes/capture.ts'

/** A backup of several streams, each in a file of its own. */
export interface PhysicalBackup {
  readonly link: ChainLink
  readonly result: CaptureResult
  readonly level: number
  readonly fullBecause: string | undefined
  readonly parent: ParentState
  /** The file of a stream. */
  file(stream: string): string
}

export interface BackUpOptions {
  readonly level?: number
  readonly parent?: ParentState
  readonly context?: Partial<SourceContext>
  /** Called for every chunk of a stream. */
  readonly onChunk?: (stream: string, bytes: number) => void | Promise<void>
}

let count = 0

/** Runs a capture to its end, one stream after another, into a directory of its own below `parent`. */
export async function backUpStreams(
  source: Source,
  below: string,
  options: BackUpOptions = {},
): Promise<PhysicalBackup> {
  count += 1
  const id = `backup-${count}`
  const directory = join(below, id)
  await mkdir(directory)
  const file = (stream: string) => join(directory, stream)
  const capture = await source.capture({
    ...sourceContext(),
    ...options.context,
    level: options.level ?? 0,
    repository: '01234567-89ab-4cde-8f01-23456789abcd',
    ...(options.parent && { parent: options.parent }),
    index: { add: () => undefined },
    allowUnread: [],
  })
  try {
    const streams = []
    for (const { name, mediaType, observer, open: start } of capture.streams) {
      const watched = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          observer?.write(chunk)
          await options.onChunk?.(name, chunk.length)
          yield chunk
        }
      }
      await pipeline(start(), watched, createWriteStream(file(name)))
      observer?.end()
      streams.push({ name, mediaType, bytes: (await stat(file(name))).size })
    }
    const result = await capture.finish()
    const link: ChainLink = {
      id,
      level: capture.level,
      streams,
      description: capture.description,
      fingerprint: JSON.parse(JSON.stringify(result.fingerprint ?? null)),
      unread: [],
      open: (name) => createReadStream(file(name)),
      async read(name, offset, length) {
        const handle = await open(file(name))
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
        await handle.close()
        return buffer.subarray(0, bytesRead)
      },
    }
    const parent = { id, level: capture.level, state: result.state ?? new Uint8Array() }
    return { link, result, level: capture.level, fullBecause: capture.fullBecause, parent, file }
  } finally {
    await capture.abort()
  }
}
