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
    const args = ['lsjson', '--stat', ...itemOptions(traits), '--', path]
    const printed = (await rclone.run({ args, signal })).trim()
    if (printed === '' || printed === 'null') return undefined
    const item = parseItem(printed)
    return item.IsDir ? undefined : item
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

/** One line of `lsjson` each: `[`, then `{…},`, at last `]`. */
async function* itemsUnder(
  { rclone, traits }: Remote,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  try {
    const args = ['lsjson', '--recursive', ...itemOptions(traits), '--', path]
    for await (const line of rclone.lines({ args, signal })) {
      if (line.startsWith('{')) yield parseItem(line.replace(/,$/, ''))
    }
  } catch (error) {
    if (!isAbsence(error)) throw error
  }
}

/**
 * Every object whose key starts with `prefix`, in byte order. Remotes list in an order of their own, so that all of a
 * directory is held in memory, some 300 bytes an object. Errors: `tool-failed`.
 */
export async function* list(
  remote: Remote,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<StoredObject> {
  const directory = prefix.slice(0, prefix.lastIndexOf('/') + 1)
  const folder = directory.slice(0, -1)
  // No key has such parts, and a path made of them would leave the root.
  if (directory !== '' && (keyFlaw(folder) !== undefined || isTemporary(folder))) return
  const objects: StoredObject[] = []
  const path = below(remote.root, folder)
  for await (const item of itemsUnder(remote, path, signal)) {
    const key = directory + item.Path
    if (!item.IsDir && key.startsWith(prefix) && !isTemporary(key))
      objects.push(describe(key, item, remote.traits))
  }
  // Of the path of a file rclone lists the file itself, as if it lay in a directory of its own name.
  const alone =
    objects.length === 1 && folder !== '' && objects[0]?.key === `${directory}${folder.split('/').at(-1)}`
  if (alone && (await look(remote, path, signal))) return
  yield* objects.sort((a, b) => compareKeys(a.key, b.key))
}
