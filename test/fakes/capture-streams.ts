import { hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CaptureResult, ChainLink, Source, StoredStream } from '../../src/domain/source.ts'
import { sourceContext } from './capture.ts'
import { MemoryIndex } from './memory-index.ts'

export interface StreamsBackup {
  readonly link: ChainLink
  readonly result: CaptureResult
  /** The file that holds a plain stream. */
  fileOf(stream: string): string
}

/** Runs the capture of a source with several streams, each into a file of `directory`. */
export async function backUpStreams(
  source: Source,
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StreamsBackup> {
  await mkdir(directory, { recursive: true })
  const fileOf = (stream: string) => join(directory, encodeURIComponent(stream))
  const base = sourceContext()
  const capture = await source.capture({
    ...base,
    environment: { ...base.environment, ...environment },
    level: 0,
    repository: '0123456789abcdef',
    index: new MemoryIndex(),
    allowUnread: [],
  })
  try {
    const streams: StoredStream[] = []
    for (const stream of capture.streams) {
      const watched = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          stream.observer?.write(chunk)
          yield chunk
        }
      }
      await pipeline(stream.open(), watched, createWriteStream(fileOf(stream.name)))
      stream.observer?.end()
      const { name, mediaType } = stream
      const sha256 = hash('sha256', await readFile(fileOf(name)))
      streams.push({ name, mediaType, bytes: (await stat(fileOf(name))).size, sha256 })
    }
    const result = await capture.finish()
    const link: ChainLink = {
      id: 'backup-L0',
      level: 0,
      streams,
      description: capture.description,
      ...(result.fingerprint === undefined ? {} : { fingerprint: result.fingerprint }),
      unread: result.unread,
      open: (stream) => createReadStream(fileOf(stream)),
      read: () => Promise.reject(new Error('no part of a dump is read')),
    }
    return { link, result, fileOf }
  } finally {
    await capture.abort()
  }
}
