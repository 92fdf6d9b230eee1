import { Readable } from 'node:stream'
import type { Archiver, EntryData } from 'archiver'

/** One entry as archiver takes it; a symlink or hard link names its target. */
export interface ArchiveEntry {
  readonly name: string
  readonly mode: number
  readonly date: Date
  readonly type?: 'file' | 'directory' | 'symlink' | 'link' | 'fifo' | 'character-device' | 'block-device'
  readonly linkname?: string
  /** Further fields of tar-stream's headers. */
  readonly uid?: number
  readonly gid?: number
  readonly size?: number
  readonly devmajor?: number
  readonly devminor?: number
  readonly pax?: Readonly<Record<string, string>>
  /** Of a file that comes as a stream: where tar takes the size from. */
  readonly stats?: { readonly size: number }
}

/** An archive that is written entry by entry, at the pace of whoever reads it. */
export interface Archive {
  /** Resolves when the entry has passed. */
  append(source: Buffer | Readable, entry: ArchiveEntry): Promise<void>
}

const piece = 256 * 1024

/** Archivers write two bytes here and a shared block of zeros there; readers get pieces of their own, which they may free. */
async function* regrouped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let out = Buffer.allocUnsafeSlow(piece)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const copied = chunk.copy(out, filled, at)
      filled += copied
      at += copied
      if (filled < piece) continue
      yield out
      out = Buffer.allocUnsafeSlow(piece)
      filled = 0
    }
  }
  if (filled > 0) yield out.subarray(0, filled)
}

/**
 * Drives an archiver. It is never destroyed: its streams would throw that as errors that nobody can listen to. One that
 * is not read any more stands still, and is collected.
 */
function drive(archiver: Archiver) {
  let waiting: PromiseWithResolvers<void> | undefined
  let wake = (): void => undefined
  let failure: Error | undefined
  let ended = false
  const fail = (error: Error): void => {
    failure ??= error
    waiting?.reject(failure)
    wake()
  }
  archiver.on('entry', () => waiting?.resolve())
  archiver.on('error', fail)
  archiver.on('readable', () => wake())
  archiver.on('end', () => {
    ended = true
    wake()
  })
  async function* chunks(): AsyncGenerator<Buffer> {
    for (;;) {
      if (failure !== undefined) throw failure
      const chunk: Buffer | null = archiver.read()
      if (chunk !== null) yield chunk
      else if (ended) return
      else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  }
  const archive: Archive = {
    append(source, entry) {
      waiting = Promise.withResolvers<void>()
      if (failure === undefined) archiver.append(source, entry as unknown as EntryData)
      else waiting.reject(failure)
      return waiting.promise
    },
  }
  return { archive, chunks, fail }
}

/**
 * The bytes of an archive that `fill` writes into. They end only after `fill` returned; whatever it throws is the
 * stream's error, and so is the signal's reason.
 */
export function archiveStream(
  archiver: Archiver,
  fill: (archive: Archive) => Promise<void>,
  signal: AbortSignal,
): Readable {
  const { archive, chunks, fail } = drive(archiver)
  const onAbort = (): void => fail(signal.reason as Error)
  async function run(): Promise<void> {
    try {
      signal.throwIfAborted()
      await fill(archive)
      archiver.finalize().catch(fail)
    } catch (error) {
      fail(error as Error)
    }
  }
  async function* bytes(): AsyncGenerator<Buffer> {
    signal.addEventListener('abort', onAbort, { once: true })
    const running = run()
    try {
      yield* regrouped(chunks())
    } finally {
      signal.removeEventListener('abort', onAbort)
      fail(new Error('nobody reads the archive any more'))
      await running
    }
  }
  return Readable.from(bytes(), { objectMode: false, highWaterMark: 1024 * 1024 })
}
