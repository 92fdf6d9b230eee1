import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredObject } from '../../domain/store.ts'
import { compareKeys } from '../key-order.ts'
import { systemCode } from './errors.ts'
import { temporaryDirectory } from './keys.ts'
import { describe, statsOf } from './object.ts'

/** Enough to keep the thread pool busy, little enough to stay flat. */
const batch = 64

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? '')) return []
    throw error
  }
}

async function describeFile(root: string, key: string): Promise<StoredObject | undefined> {
  const stats = await statsOf(join(root, key))
  return stats?.isFile() ? describe(key, stats) : undefined
}

/** Files and directories of one level in the order of the keys: a directory sorts as its name with the slash. */
function namesIn(entries: readonly Dirent[], directory: string, prefix: string): string[] {
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .filter((entry) => directory !== '' || entry.name !== temporaryDirectory)
    .map((entry) => directory + entry.name + (entry.isDirectory() ? '/' : ''))
    .filter((name) => name.startsWith(prefix) || (name.endsWith('/') && prefix.startsWith(name)))
    .sort(compareKeys)
}

async function* walk(root: string, directory: string, prefix: string): AsyncGenerator<StoredObject> {
  const names = namesIn(await entriesOf(join(root, directory)), directory, prefix)
  for (let at = 0; at < names.length; ) {
    const name = names[at] as string
    if (name.endsWith('/')) {
      yield* walk(root, name, prefix)
      at++
      continue
    }
    let end = at
    while (end < names.length && end - at < batch && !names[end]?.endsWith('/')) end++
    // A file may vanish between the two calls; it is then no longer an object.
    const found = await Promise.all(names.slice(at, end).map((key) => describeFile(root, key)))
    for (const object of found) if (object) yield object
    at = end
  }
}

/**
 * Every file under the root whose key starts with `prefix`, in byte order of the keys (`a-b` before `a/b`), without
 * temporary files, links and devices. Holds one directory's names in memory.
 */
export async function* list(root: string, prefix: string): AsyncGenerator<StoredObject> {
  const directory = prefix.slice(0, prefix.lastIndexOf('/') + 1)
  const parts = directory.split('/').slice(0, -1)
  // No key has such parts, and a path made of them would leave the root.
  if (parts.some((part) => part === '' || part === '.' || part === '..') || prefix.includes('\0')) return
  if (parts[0] === temporaryDirectory) return
  yield* walk(root, directory, prefix)
}
