import type { BigIntStats } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import type { Directories } from './directories.ts'
import { systemCode } from './errors.ts'
import type { FileLock } from './lock.ts'
import { type Placement, place } from './place.ts'
import { openTemporary, sweepTemporary, type Temporary, type Written } from './temporary.ts'

/** A directory may be pruned between its making and its use; each round of that needs another deletion to succeed. */
const rounds = 20
const sweepEvery = 3_600_000

/** Runs `work` in a directory that is made where it lacks, again when somebody removed it meanwhile. */
async function within<T>(directory: string, directories: Directories, work: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      await directories.ensure(directory)
      return await work()
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' || round === rounds) throw error
      directories.forget(directory)
    }
  }
}

export interface Writer {
  open(): Promise<Temporary>
  /** Puts a written file in its place, durable when it returns. Removes the file when that fails. */
  place(file: Written, placement: Placement): Promise<BigIntStats>
}

export interface WriterOptions {
  readonly mode: number
  readonly directories: Directories
  readonly lock: FileLock
  readonly clock: Clock
}

/** Temporary files of one store; sweeps old ones before the first write and then every hour. */
export function createWriter(temporary: string, options: WriterOptions): Writer {
  const { mode, directories, lock, clock } = options
  let sweepAt = Number.NEGATIVE_INFINITY

  async function sweep(fresh: Temporary): Promise<void> {
    if (clock.monotonic() < sweepAt) return
    sweepAt = clock.monotonic() + sweepEvery
    // Makes the lock's file while there is room: a full disk must still let go of objects. What is wrong with it is an
    // error of the call that needs it; new keys do not.
    await lock(undefined, async () => {}).catch(() => {})
    // Rubbish that cannot be removed, say another user's, is no reason to fail a backup.
    await sweepTemporary(temporary, fresh).catch(() => {})
  }

  return {
    async open() {
      const file = await within(temporary, directories, () => openTemporary(temporary, mode))
      await sweep(file)
      return file
    },
    async place(file, placement) {
      const directory = dirname(placement.target)
      try {
        const stats = await within(directory, directories, () => place(file, placement))
        await directories.sync(directory)
        return stats
      } catch (error) {
        await rm(file.path, { force: true })
        throw error
      }
    },
  }
}
