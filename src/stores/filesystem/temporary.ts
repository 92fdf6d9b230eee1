import { createHash, randomBytes } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { type FileHandle, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './errors.ts'
import { statsOf } from './object.ts'

const slice = 1024 * 1024
const abandonedAfter = 3_600_000_000_000n
const suffix = '.part'

export interface Temporary {
  readonly path: string
  readonly handle: FileHandle
}

/** A temporary file with all its bytes on the disk. */
export interface Written {
  readonly path: string
  readonly stats: BigIntStats
  readonly sha256: string
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    done += (await handle.write(bytes, done, bytes.byteLength - done)).bytesWritten
  }
}

async function setMode(handle: FileHandle, mode: number): Promise<void> {
  const { mode: found } = await handle.stat()
  if ((found & 0o777) === mode) return
  try {
    await handle.chmod(mode)
  } catch (error) {
    // FAT keeps no modes; whoever chose such a disk can have none.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemCode(error) ?? '')) throw error
  }
}

/** Cuts a body, so that hashing one piece overlaps writing it and the event loop breathes between two. */
export function* slices(body: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < body.byteLength; start += slice) yield body.subarray(start, start + slice)
}

/** An empty temporary file of the wanted mode; `fillTemporary` closes it. */
export async function openTemporary(directory: string, mode: number): Promise<Temporary> {
  const path = join(directory, `${process.pid}-${randomBytes(10).toString('hex')}${suffix}`)
  const handle = await open(path, 'wx', mode)
  try {
    await setMode(handle, mode)
    return { path, handle }
  } catch (error) {
    await handle.close()
    await rm(path, { force: true })
    throw error
  }
}

/**
 * Writes a temporary file, flushes it to the disk and hashes it; `check` sees the hash and may refuse it. What fails
 * leaves nothing behind.
 */
export async function fillTemporary(
  { path, handle }: Temporary,
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  check?: (sha256: string) => void,
): Promise<Written> {
  try {
    const hash = createHash('sha256')
    for await (const piece of body) {
      signal.throwIfAborted()
      const writing = writeAll(handle, piece)
      hash.update(piece)
      await writing
    }
    signal.throwIfAborted()
    const sha256 = hash.digest('hex')
    check?.(sha256)
    await handle.sync()
    const stats = await handle.stat({ bigint: true })
    await handle.close()
    return { path, stats, sha256 }
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(path, { force: true })
    throw error
  }
}

/**
 * Removes what killed processes left: temporary files that nobody wrote to for an hour, by the file system's own clock,
 * which a file just made shows.
 */
export async function sweepTemporary(directory: string, fresh: Temporary): Promise<void> {
  const now = await fresh.handle.stat({ bigint: true })
  for (const name of await readdir(directory)) {
    if (!name.endsWith(suffix)) continue
    const path = join(directory, name)
    const stats = await statsOf(path)
    if (stats && now.mtimeNs - stats.mtimeNs > abandonedAfter) await rm(path, { force: true })
  }
}
