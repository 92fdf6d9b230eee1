import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Finding } from '../../../src/domain/finding.ts'
import type { CaptureResult } from '../../../src/domain/source.ts'
import type { ServerFingerprint } from '../../../src/sources/fingerprint.ts'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type GivenSettings, postgresSettings } from './settings.ts'

export interface DumpedStreams {
  readonly result: CaptureResult
  readonly fingerprint: ServerFingerprint
  readonly description: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
  /** Each stream's file, by its name. */
  readonly files: Readonly<Record<string, string>>
  readonly mediaTypes: Readonly<Record<string, string>>
}

/** Runs a capture with all of its streams into files of a directory. */
export async function dumpAll(
  directory: string,
  given: GivenSettings,
  options: {
    readonly environment?: Readonly<Record<string, string>>
    readonly signal?: AbortSignal
    /** Called with each chunk of each stream; what it returns is waited for. */
    readonly onChunk?: (stream: string) => Promise<void> | void
  } = {},
): Promise<DumpedStreams> {
  const base = sourceContext(options.signal)
  const context = {
    ...base,
    environment: { ...base.environment, ...options.environment },
    scratch: directory,
    level: 0,
    repository: '0123456789abcdef',
    index: { add: () => undefined },
    allowUnread: [],
  }
  const capture = await createPostgresSource(postgresSettings(given)).capture(context)
  const files: Record<string, string> = {}
  const mediaTypes: Record<string, string> = {}
  try {
    for (const { name, mediaType, observer, open } of capture.streams) {
      const file = join(directory, name)
      const watched = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          observer?.write(chunk)
          await options.onChunk?.(name)
          yield chunk
        }
      }
      await pipeline(open(), watched, createWriteStream(file))
      observer?.end()
      files[name] = file
      mediaTypes[name] = mediaType
    }
    const result = await capture.finish()
    const fingerprint = result.fingerprint as ServerFingerprint
    const { description } = capture
    return { result, fingerprint, description, findings: context.findings, files, mediaTypes }
  } finally {
    await capture.abort()
  }
}
