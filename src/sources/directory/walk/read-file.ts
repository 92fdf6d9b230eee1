import type { BigIntStats } from 'node:fs'
import { constants, type FileHandle, open } from 'node:fs/promises'
import type { ByteString } from '../../../domain/index-entry.ts'
import type { Complaints } from '../verdict.ts'

/** A regular file, open for reading, as it was when it was opened. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly stats: BigIntStats
}

/** Opens a file without following a link that took its place, and without waiting for the writer of a pipe. */
export async function openFile(path: Buffer): Promise<OpenFile> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    return { handle, stats: await handle.stat({ bigint: true }) }
  } catch (error) {
    await handle.close()
    throw error
  }
}

const piece = 256 * 1024

/**
 * Exactly as many bytes as the file had when it was opened, as an archive's header promises: what grew is cut off, what
 * shrank or cannot be read any further is filled with zeros, and either is a complaint. Closes the file.
 */
export async function* contentOf(
  { handle, stats }: OpenFile,
  path: ByteString,
  { note }: Pick<Complaints, 'note'>,
): AsyncGenerator<Buffer> {
  const size = Number(stats.size)
  try {
    let at = 0
    let whole = true
    while (at < size) {
      const length = Math.min(piece, size - at)
      const buffer = Buffer.allocUnsafeSlow(length)
      const bytesRead: number | undefined = whole
        ? await readAt(handle, buffer, at, () => note('unread', path))
        : undefined
      if (bytesRead === 0) note('shrank', path)
      // Behind the first byte that is missing there is nothing to be had.
      whole = bytesRead !== undefined && bytesRead > 0
      const chunk = whole ? buffer.subarray(0, bytesRead) : buffer.fill(0)
      at += chunk.length
      yield chunk
    }
    const after = await handle.stat({ bigint: true })
    if (whole && (after.mtimeNs !== stats.mtimeNs || after.size !== stats.size)) note('changed', path)
  } finally {
    await handle.close()
  }
}

async function readAt(
  handle: FileHandle,
  buffer: Buffer,
  position: number,
  onError: () => void,
): Promise<number | undefined> {
  try {
    return (await handle.read(buffer, 0, buffer.length, position)).bytesRead
  } catch {
    onError()
    return undefined
  }
}
