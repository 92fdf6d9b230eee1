import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { makePrivateDirectory } from '../../../process/private-directory.ts'

/** A stream that can be let flow whoever reads it. */
export interface Spooled {
  readonly stream: Readable
  /** While on, the source is read as fast as it goes; what nobody takes waits in a file. */
  drain(on: boolean): void
  /** Bytes that went through the file so far. */
  spooled(): number
}

const piece = 256 * 1024
/** Bytes that may wait for the disk before the source waits after all. */
const mostPending = 32 * 1024 ** 2

/** A file without a name: nothing of it is left, however this process ends. */
async function openSpool(parent: string): Promise<FileHandle> {
  const directory = await makePrivateDirectory(parent, 'holdfast-spool')
  try {
    return await open(join(directory, 'spool'), 'wx+', 0o600)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/**
 * Passes a stream on, with back-pressure until it is told to drain. The spool lies in `parent`. `check` has the last word
 * before the end is passed on.
 */
export function spooled(source: Readable, parent: string, check: () => Promise<void>): Spooled {
  let file: Promise<FileHandle> | undefined
  let writing: Promise<void> = Promise.resolve()
  let reading = false
  let wanted = false
  let draining = false
  let ended = false
  let pending = 0
  let written = 0
  let taken = 0

  const settle = (): void => {
    const mayRead = pending < mostPending && (draining || (wanted && written === taken))
    if (mayRead) source.resume()
    else source.pause()
  }
  const keep = (chunk: Buffer): void => {
    file ??= openSpool(parent)
    const at = written
    written += chunk.length
    pending += chunk.length
    const handle = file
    writing = writing.then(async () => {
      await (await handle).write(chunk, 0, chunk.length, at)
      pending -= chunk.length
      settle()
    })
    writing.catch((error: Error) => stream.destroy(error))
  }
  let finishing = false
  const finish = (): void => {
    if (!ended || taken < written || finishing) return
    finishing = true
    check().then(
      () => stream.push(null),
      (error: Error) => stream.destroy(error),
    )
  }
  /** Hands on what waits in the file, in order. */
  const takeBack = async (): Promise<void> => {
    if (reading || file === undefined) return
    reading = true
    try {
      while (wanted && taken < written) {
        await writing
        const buffer = Buffer.alloc(Math.min(piece, written - taken))
        const { bytesRead } = await (await file).read(buffer, 0, buffer.length, taken)
        taken += bytesRead
        wanted = stream.push(buffer.subarray(0, bytesRead))
      }
    } finally {
      reading = false
    }
    finish()
    settle()
  }
  const stream = new Readable({
    highWaterMark: piece,
    read() {
      wanted = true
      if (taken < written) takeBack().catch((error: Error) => stream.destroy(error))
      else settle()
    },
    destroy(error, done) {
      source.destroy()
      const close = async () => (await file)?.close()
      writing.then(close, close).then(
        () => done(error),
        () => done(error),
      )
    },
  })
  // It may fail before anybody listens; whoever reads then hears of it all the same.
  stream.on('error', () => undefined)
  source.pause()
  source.on('data', (chunk: Buffer) => {
    if (wanted && taken === written && !reading) wanted = stream.push(chunk)
    else keep(chunk)
    settle()
  })
  source.once('error', (error) => stream.destroy(error))
  source.once('end', () => {
    ended = true
    finish()
  })
  return {
    stream,
    drain(on) {
      draining = on
      settle()
    },
    spooled: () => written,
  }
}
