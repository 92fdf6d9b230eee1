import type { StoredObject } from '../../domain/store.ts'
import { keyFlaw } from '../key-flaw.ts'
import { compareKeys } from '../key-order.ts'
import type { Rclone } from './call.ts'
import { isAbsence } from './errors.ts'
import { describe, type Item, itemOptions, parseItem } from './object.ts'
import { below, isTemporary } from './paths.ts'
import type { Traits } from './traits.ts'

/** A remote that calls are made to. */
export interface Remote {
  readonly rclone: Rclone
  /** `remote:path` as configured. */
  readonly root: string
  readonly traits: Traits
}

/** The item at a path, undefined where no file is. Errors: `tool-failed`. */
export async function look(
  { rclone, traits }: Remote,
  path: string,
  signal: AbortSignal,
): Promise<Item | undefined> {
  try {
    const args = ['lsjson', '--stat', '--files-only', ...itemOptions(traits), '--', path]
    const printed = (await rclone.run({ args, signal })).trim()
    if (printed === '' || printed === 'null') return undefined
    const item = parseItem(printed)
    return item.IsDir ? undefined : item
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

/** What lies at a path: all files below it, or one level with its directories. */
async function* itemsAt(
  { rclone, traits }: Remote,
  path: string,
  depth: 'all' | 'one',
  signal: AbortSignal,
): AsyncGenerator<Item> {
  try {
    const args = [
      'lsjson',
      ...(depth === 'all' ? ['--recursive', '--files-only'] : []),
      ...itemOptions(traits),
    ]
    // One item a line: `[`, then `{…},`, at last `]`.
    for await (const line of rclone.lines({ args: [...args, '--', path], signal })) {
      if (line.startsWith('{')) yield parseItem(line.replace(/,$/, ''))
    }
  } catch (error) {
    if (!isAbsence(error)) throw error
  }
}

/** An item with its whole key. */
type Found = Item & { readonly key: string }

/** What lies in a folder, which is empty or a part of keys. */
async function folderOf(
  remote: Remote,
  folder: string,
  depth: 'all' | 'one',
  signal: AbortSignal,
): Promise<Found[]> {
  const path = below(remote.root, folder)
  const found: Found[] = []
  for await (const item of itemsAt(remote, path, depth, signal)) {
    const key = folder === '' ? item.Path : `${folder}/${item.Path}`
    if (!isTemporary(key)) found.push({ ...item, key })
  }
  // Of the path of a file rclone lists the file itself, as if it lay in a directory of its own name.
  const [first] = found
  const itself = found.length === 1 && folder !== '' && first?.Path === folder.split('/').at(-1)
  return itself && (await look(remote, path, signal)) ? [] : found
}

/** Files and folders of one level whose keys start with `prefix`, and what those folders hold. */
async function beginningWith(
  remote: Remote,
  folder: string,
  prefix: string,
  signal: AbortSignal,
): Promise<Found[]> {
  const files: Found[] = []
  for (const item of await folderOf(remote, folder, 'one', signal)) {
    if (!item.key.startsWith(prefix)) continue
    if (item.IsDir) files.push(...(await folderOf(remote, item.key, 'all', signal)))
    else files.push(item)
  }
  return files
}

/**
 * Every object whose key starts with `prefix`, in byte order. Remotes list in an order of their own, so that all of it
 * is held in memory, some 300 bytes an object. Errors: `tool-failed`.
 */
export async function* list(
  remote: Remote,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<StoredObject> {
  const folder = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))
  // No key has such parts, and a path made of them would leave the root.
  if (prefix.includes('/') && (keyFlaw(folder) !== undefined || isTemporary(folder))) return
  const whole = prefix === '' || prefix.endsWith('/')
  const files = whole
    ? await folderOf(remote, folder, 'all', signal)
    : await beginningWith(remote, folder, prefix, signal)
  files.sort((a, b) => compareKeys(a.key, b.key))
  for (const file of files) yield describe(file.key, file, remote.traits)
}
