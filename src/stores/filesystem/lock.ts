import { chmod } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../domain/clock.ts'
import { HoldfastError } from '../../errors/error.ts'

const busy = 5
const patience = 30_000
const longestPause = 8

export type FileLock = <T>(signal: AbortSignal | undefined, work: () => Promise<T>) => Promise<T>

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

function attempt(database: DatabaseSync, path: string): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw unusable(path, error)
  }
}

function unusable(path: string, cause: unknown): HoldfastError {
  return new HoldfastError('store-unwritable', `cannot lock ${path}`, {
    hint: `Make ${path} a file that this user may write, on a file system with POSIX locks (local, NFS 4, SMB).`,
    context: { path },
    cause,
  })
}

function connect(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw unusable(path, error)
  }
}

/**
 * A lock between processes, held for the milliseconds of one check and one rename.
 *
 * It is the lock of an SQLite database that stays empty: Node offers the kernel's file locks nowhere else. The kernel
 * gives it back when its owner dies, however it dies and in whatever container it ran, so there is no stale lock to
 * judge by process ids. The file must never be opened otherwise in this process: closing it would drop the lock.
 */
export function createFileLock(path: string, mode: number, clock: Clock): FileLock {
  let tail: Promise<unknown> = Promise.resolve()

  async function acquire(database: DatabaseSync, signal: AbortSignal | undefined): Promise<void> {
    const start = clock.monotonic()
    for (let pause = 1; !attempt(database, path); pause = Math.min(pause * 2, longestPause)) {
      if (clock.monotonic() - start > patience) {
        throw new HoldfastError('store-stalled', `another process keeps ${path} locked`, {
          hint: `Find the process that has ${path} open, for example with fuser, and let it go on or end it.`,
          context: { path },
          retryable: true,
        })
      }
      await clock.sleep(pause * (0.5 + Math.random()), signal)
    }
  }

  async function locked<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    const database = connect(path)
    try {
      // Only its owner can, and its owner did when making it.
      await chmod(path, mode).catch(() => {})
      await acquire(database, signal)
      return await work()
    } finally {
      database.close()
    }
  }

  return (signal, work) => {
    const result = tail.then(() => locked(signal, work))
    tail = result.catch(() => {})
    return result
  }
}
