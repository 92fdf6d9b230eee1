import { hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { renderTemplate } from '../../src/config/config.ts'
import type { Finding } from '../../src/domain/finding.ts'
import type {
  CaptureContext,
  CaptureResult,
  ChainLink,
  ParentState,
  Source,
  SourceContext,
} from '../../src/domain/source.ts'
import { systemClock } from '../../src/process/clock.ts'
import { childEnvironment } from '../../src/process/environment.ts'
import { MemoryIndex } from './memory-index.ts'

/** A context with everything a source needs, and the findings it reported. */
export function sourceContext(
  signal = new AbortController().signal,
): SourceContext & { findings: Finding[] } {
  const findings: Finding[] = []
  return {
    job: 'job',
    signal,
    clock: systemClock,
    environment: childEnvironment(process.env),
    scratch: tmpdir(),
    stateDirectory: tmpdir(),
    warn: (finding) => void findings.push(finding),
    fillIn: (template, words) => renderTemplate(template, { words, now: systemClock.now(), timezone: 'UTC' }),
    findings,
  }
}

export interface FakeBackup {
  readonly link: ChainLink
  readonly index: MemoryIndex
  readonly result: CaptureResult
  readonly level: number
  readonly fullBecause: string | undefined
  readonly findings: readonly Finding[]
  readonly parent: ParentState
  /** The file that holds the plain stream. */
  readonly file: string
  /** Bytes handed out by `read`. */
  readonly fetched: { bytes: number }
}

let count = 0

/** Runs a source's capture into a plain file, and makes a chain link of it. */
export async function backUp(
  source: Source,
  file: string,
  options: {
    readonly level?: number
    readonly parent?: ParentState
    readonly allowUnread?: readonly string[]
    readonly signal?: AbortSignal
    /** Replaces variables of the children's environment. */
    readonly environment?: Readonly<Record<string, string>>
    /** Called when the stream has been opened. */
    readonly onOpen?: () => void | Promise<void>
  } = {},
): Promise<FakeBackup> {
  const index = new MemoryIndex()
  const base = sourceContext(options.signal)
  const context: CaptureContext & { findings: Finding[] } = {
    ...base,
    environment: { ...base.environment, ...options.environment },
    level: options.level ?? 0,
    repository: '0123456789abcdef',
    ...(options.parent === undefined ? {} : { parent: options.parent }),
    index,
    allowUnread: options.allowUnread ?? [],
  }
  const capture = await source.capture(context)
  try {
    const [stream] = capture.streams
    if (stream === undefined) throw new Error('no stream')
    const readable = stream.open()
    await options.onOpen?.()
    const watched = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        stream.observer?.write(chunk)
        yield chunk
      }
    }
    await pipeline(readable, watched, createWriteStream(file))
    stream.observer?.end()
    const result = await capture.finish()
    count += 1
    const id = `backup-${count}-L${capture.level}`
    const fetched = { bytes: 0 }
    const { size } = await stat(file)
    // As the pipeline does: a stream whose observer does not stand in for it has a hash of its own.
    const sha256 =
      stream.observerReplacesHash === true ? {} : { sha256: hash('sha256', await readFile(file)) }
    const link: ChainLink = {
      id,
      level: capture.level,
      streams: [{ name: stream.name, mediaType: stream.mediaType, bytes: size, ...sha256 }],
      description: capture.description,
      ...(result.fingerprint === undefined ? {} : { fingerprint: result.fingerprint }),
      index,
      unread: result.unread,
      open: () => createReadStream(file),
      async read(_, offset, length) {
        fetched.bytes += length
        const handle = await open(file)
        try {
          const buffer = Buffer.alloc(length)
          const { bytesRead } = await handle.read(buffer, 0, length, offset)
          return buffer.subarray(0, bytesRead)
        } finally {
          await handle.close()
        }
      },
    }
    const parent = { id, level: capture.level, state: result.state ?? new Uint8Array() }
    const { level, fullBecause } = capture
    return { link, index, result, level, fullBecause, findings: context.findings, parent, file, fetched }
  } finally {
    await capture.abort()
  }
}

/** `link` with a stream that is something else. */
export function withStream(link: ChainLink, make: () => Readable): ChainLink {
  return { ...link, open: make }
}
