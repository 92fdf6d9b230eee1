import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ByteRange, GetOptions } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { abortWith } from '../abort-with.ts'
import { checkRange } from '../check-range.ts'
import { storeError, systemCode } from './errors.ts'

const chunk = 1024 * 1024

function notFound(key: string, cause?: unknown): HoldfastError {
  return new HoldfastError('store-not-found', `there is no object ${key}`, { context: { key }, cause })
}

function endsEarly(key: string): HoldfastError {
  return new HoldfastError('store-unreachable', `the object ${key} ended while it was read`, {
    context: { key },
    retryable: true,
  })
}

async function openFile(path: string, key: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? '')) throw notFound(key, error)
    throw error
  }
}

/** A stream of exactly `length` bytes of an open file, which it closes in the end. */
function streamOf(handle: FileHandle, key: string, root: string, { offset, length }: ByteRange): Readable {
  let position = offset
  const end = offset + length
  return new Readable({
    highWaterMark: chunk,
    async read() {
      try {
        if (position === end) return void this.push(null)
        const buffer = Buffer.allocUnsafeSlow(Math.min(chunk, end - position))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
        if (bytesRead === 0) throw endsEarly(key)
        position += bytesRead
        this.push(bytesRead === buffer.length ? buffer : buffer.subarray(0, bytesRead))
      } catch (error) {
        this.destroy(storeError(error, 'read', key, root) as Error)
      }
    },
    destroy(error, callback) {
      handle.close().then(
        () => callback(error),
        (closing) => callback(error ?? closing),
      )
    },
  })
}

/** Reads a key's file or part of it. A part that the file does not have is `object-damaged`. */
export async function read(path: string, key: string, root: string, options: GetOptions): Promise<Readable> {
  const handle = await openFile(path, key)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw notFound(key)
    const range = options.range ?? { offset: 0, length: stats.size }
    checkRange(key, stats.size, range)
    options.signal.throwIfAborted()
    const stream = streamOf(handle, key, root, range)
    abortWith(stream, options.signal)
    return stream
  } catch (error) {
    await handle.close()
    throw error
  }
}
