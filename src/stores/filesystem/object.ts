import type { BigIntStats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import type { StoredObject } from '../../domain/store.ts'
import { systemCode } from './errors.ts'

const absent = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

/**
 * An etag without reading the file. Every write makes a new file, and one that replaces another gets a later time
 * (see place.ts), so that no two contents of a key share inode, time and size.
 */
export function etagOf(stats: BigIntStats): string {
  return `"${stats.ino.toString(36)}-${stats.mtimeNs.toString(36)}-${stats.size.toString(36)}"`
}

/** What the store says of a file. */
export function describe(key: string, stats: BigIntStats, sha256?: string): StoredObject {
  return {
    key,
    bytes: Number(stats.size),
    etag: etagOf(stats),
    modified: new Date(Number(stats.mtimeNs / 1_000_000n)),
    ...(sha256 === undefined ? {} : { sha256 }),
  }
}

/** The stats of a path, links not followed; undefined when nothing is there. */
export async function statsOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await lstat(path, { bigint: true })
  } catch (error) {
    if (absent.has(systemCode(error) ?? '')) return undefined
    throw error
  }
}
