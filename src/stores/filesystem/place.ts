import type { BigIntStats } from 'node:fs'
import { link, lstat, rename, rm, utimes } from 'node:fs/promises'
import type { PutCondition } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { systemCode } from './errors.ts'
import type { FileLock } from './lock.ts'
import { etagOf, statsOf } from './object.ts'
import type { Written } from './temporary.ts'

const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

export interface Placement {
  readonly key: string
  readonly target: string
  readonly when: PutCondition | undefined
  readonly lock: FileLock
  readonly signal: AbortSignal
}

function conditionFailed(key: string, present: BigIntStats | undefined): HoldfastError {
  const found = present ? 'it is there with another content' : 'it is not there'
  return new HoldfastError('store-condition-failed', `the condition on ${key} does not hold: ${found}`, {
    context: { key },
  })
}

function holds(when: PutCondition | undefined, present: BigIntStats | undefined): boolean {
  if (when === undefined) return true
  return 'etag' in when ? present !== undefined && etagOf(present) === when.etag : present === undefined
}

/** A link appears at once and fails where the name is taken: true when it did the whole job. */
async function linkNew(file: Written, target: string): Promise<'placed' | 'taken' | 'unsupported'> {
  try {
    await link(file.path, target)
    return 'placed'
  } catch (error) {
    const code = systemCode(error) ?? ''
    if (code === 'EEXIST') return 'taken'
    if (withoutLinks.has(code)) return 'unsupported'
    throw error
  }
}

/** Gives a file a later time than the one it replaces: two writes within one tick would share their etag. */
async function makeLater(file: Written, present: BigIntStats): Promise<BigIntStats> {
  if (file.stats.mtimeNs > present.mtimeNs) return file.stats
  // A number of seconds is exact to less than a microsecond, so that two milliseconds more are more whatever the rounding.
  const seconds = Number(present.mtimeNs / 1_000_000n + 2n) / 1000
  await utimes(file.path, seconds, seconds)
  return lstat(file.path, { bigint: true })
}

async function replace(file: Written, { key, target, when }: Placement): Promise<BigIntStats> {
  const present = await statsOf(target)
  if (present?.isDirectory()) {
    throw new HoldfastError('store-unwritable', `the key ${key} is a directory of other keys`, {
      hint: `Move away the directory ${target}: a file cannot have its name.`,
      context: { key },
    })
  }
  if (!holds(when, present)) throw conditionFailed(key, present)
  const stats = present ? await makeLater(file, present) : file.stats
  await rename(file.path, target)
  return stats
}

/**
 * Puts a written file at its key, with exactly one winner where a condition is set; returns the stats of what is there.
 * A new key is a hard link: no lock, since a link never replaces. Whatever replaces or deletes does so under the lock,
 * so that nothing slips between the check of an etag and the rename. File systems without links lock new keys, too.
 */
export async function place(file: Written, placement: Placement): Promise<BigIntStats> {
  const { key, target, when, lock, signal } = placement
  if (when === undefined || 'absent' in when) {
    const outcome = await linkNew(file, target)
    if (outcome === 'placed') {
      await rm(file.path, { force: true })
      return file.stats
    }
    const present = outcome === 'taken' ? await statsOf(target) : undefined
    if (when && present && !present.isDirectory()) throw conditionFailed(key, present)
  }
  return lock(signal, () => replace(file, placement))
}
