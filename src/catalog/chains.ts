import { HoldfastError } from '../errors/error.ts'
import { madeAt } from './entry.ts'
import { manifestKey } from './keys.ts'

/** What of a backup decides about chains. */
export interface ChainNode {
  readonly job: string
  readonly id: string
  readonly level: number
  /** `manifest` is `sha256:` and hex. */
  readonly parent: { readonly id: string; readonly manifest: string } | null
  /** Hex, of the stored bytes. */
  readonly manifestSha256: string
}

/** What of a backup decides whether an increment may build on it. */
export interface ParentCandidate extends ChainNode {
  readonly createdAt: Date
  /** When the store got its manifest; a date far behind that is not believed. */
  readonly modified?: Date | undefined
  readonly complete: boolean
  readonly trusted: boolean
  readonly unread: number
}

/** By id, for many questions about the same entries. */
export function byId<T extends ChainNode>(entries: Iterable<T>): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const entry of entries) map.set(entry.id, entry)
  return map
}

/** The parent that the entry names: there, of the same job, of a lower level, with the very hash. */
export function parentOf<T extends ChainNode>(entry: T, entries: ReadonlyMap<string, T>): T | undefined {
  const parent = entry.parent === null ? undefined : entries.get(entry.parent.id)
  const fits =
    parent?.job === entry.job &&
    parent.level < entry.level &&
    entry.parent?.manifest === `sha256:${parent.manifestSha256}`
  return fits ? parent : undefined
}

/**
 * The backup `id` and all it builds on, level 0 first. Errors: `backup-not-found`; `chain-broken` naming the parent that
 * is missing or not the one that was built on.
 */
export function chainOf<T extends ChainNode>(
  id: string,
  entries: readonly T[] | ReadonlyMap<string, T>,
): T[] {
  const map = 'get' in entries ? entries : byId(entries)
  const last = map.get(id)
  if (!last) {
    throw new HoldfastError('backup-not-found', `there is no backup ${id}`, {
      hint: 'Run `holdfast list` to see the ids there are.',
      context: { id },
    })
  }
  const chain = [last]
  let entry: T = last
  while (entry.parent !== null) {
    const parent: T | undefined = parentOf(entry, map)
    if (!parent) throw brokenChain(entry, map.has(entry.parent.id))
    chain.unshift(parent)
    entry = parent
  }
  return chain
}

/** The error of a backup whose parent is missing, or another one now. */
export function brokenChain(entry: ChainNode, present: boolean): HoldfastError {
  const parent = entry.parent?.id
  return new HoldfastError(
    'chain-broken',
    `${entry.id} builds on ${parent}, which ${present ? 'is another backup now' : 'is missing'}`,
    {
      hint: 'Restore from another destination with --destination, or choose an older backup; the next backup will be a full one.',
      context: { id: entry.id, parent, ...(parent && { key: manifestKey(entry.job, parent) }) },
    },
  )
}

/** The backups that build directly on `id`. */
export function childrenOf<T extends ChainNode>(id: string, entries: Iterable<T>): T[] {
  return [...entries].filter((entry) => entry.parent?.id === id)
}

/** All that build on `id`, however indirectly; parents before their children. */
export function descendantsOf<T extends ChainNode>(id: string, entries: Iterable<T>): T[] {
  const below = new Set([id])
  return [...entries]
    .sort((a, b) => a.level - b.level)
    .filter((entry) => {
      if (entry.parent === null || !below.has(entry.parent.id)) return false
      below.add(entry.id)
      return true
    })
}

/**
 * What an increment of `level` builds on: the newest complete and trusted backup of a lower level, without unread paths
 * unless they are allowed. Undefined for level 0, and where there is none: then the run is a full one.
 */
export function latestParent<T extends ParentCandidate>(
  entries: Iterable<T>,
  level: number,
  options: { readonly allowUnread?: boolean } = {},
): T | undefined {
  let newest: T | undefined
  for (const entry of entries) {
    if (entry.level >= level || !entry.complete || !entry.trusted) continue
    if (entry.unread > 0 && !options.allowUnread) continue
    if (!newest || isNewer(entry, newest)) newest = entry
  }
  return newest
}

function isNewer(a: ParentCandidate, b: ParentCandidate): boolean {
  const difference = madeAt(a).getTime() - madeAt(b).getTime()
  return difference === 0 ? a.id > b.id : difference > 0
}
