import type { ByteString, IndexDirectory, IndexFile } from '../../../domain/index-entry.ts'
import { type Damage, type Lost, lostBecause } from '../../../domain/salvage.ts'
import type { ChainLink, SalvageLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { displayPath, parentOf } from '../byte-paths.ts'
import { parseGlob } from '../glob.ts'
import { treeStream } from '../tree-stream.ts'
import { type KnownIndex, knownIndexOf } from './known-index.ts'

/** What can be asked of a chain's streams, and what is lost before any of it is read. */
export interface SalvagePlan {
  /** In byte order; of the last link. */
  readonly directories: readonly IndexDirectory[]
  /** Files by the link that holds them, in the order of its archive. */
  readonly files: ReadonlyMap<ChainLink, readonly IndexFile[]>
  /** First names of hard links that are needed, but do not belong to the tree. */
  readonly helpers: ReadonlyMap<ChainLink, ReadonlySet<ByteString>>
  readonly lost: readonly Lost[]
}

interface Reading {
  readonly chain: readonly SalvageLink[]
  readonly known: (link: SalvageLink) => Promise<KnownIndex>
}

function noOlder(id: string): HoldfastError {
  return new HoldfastError('index-damaged', 'no older backup holds it', {
    hint: 'Restore another backup.',
    context: { id, absent: true },
  })
}

/**
 * Finds a file that did not change since the parent. Only as long as every younger backup says that it is unchanged is
 * the one found the right one: an older version must not pass for it.
 */
async function resolve(
  { chain, known }: Reading,
  path: ByteString,
): Promise<{ link: ChainLink; entry: IndexFile } | { id: string; error: Damage }> {
  for (const each of chain.slice(0, -1).toReversed()) {
    const { files, unchanged, complete, why } = await known(each)
    const entry = files.get(path)
    if (entry !== undefined && each.link !== undefined) return { link: each.link, entry }
    if (unchanged.has(path)) continue
    return { id: each.id, error: (complete ? undefined : why) ?? noOlder(each.id) }
  }
  const last = chain.at(-1)?.id ?? ''
  return { id: last, error: noOlder(last) }
}

function unnamedLoss(id: string, { unnamed, why }: KnownIndex): Lost | undefined {
  if (why === undefined) return undefined
  const what =
    unnamed === undefined ? 'an unknown number of files' : `${unnamed} ${unnamed === 1 ? 'file' : 'files'}`
  return lostBecause(`${what} without a name`, id, why)
}

/** Hard links need the first name of their group, of the same link. */
async function addHelpers(
  { chain, known }: Reading,
  files: Map<ChainLink, IndexFile[]>,
): Promise<Map<ChainLink, Set<ByteString>>> {
  const helpers = new Map<ChainLink, Set<ByteString>>()
  for (const each of chain) {
    const entries = each.link && files.get(each.link)
    if (each.link === undefined || entries === undefined) continue
    const present = new Set(entries.map(({ path }) => path))
    const added = new Set<ByteString>()
    for (const { kind, target = '' } of [...entries]) {
      const first =
        kind === 'hardlink' && !present.has(target) ? (await known(each)).files.get(target) : undefined
      if (first === undefined) continue
      present.add(target)
      added.add(target)
      entries.push(first)
    }
    entries.sort((a, b) => a.offset - b.offset)
    helpers.set(each.link, added)
  }
  return helpers
}

function withParents(
  wanted: ReadonlySet<ByteString>,
  { directories }: KnownIndex,
  id: string,
  lost: Lost[],
): IndexDirectory[] {
  const all = new Set<ByteString>(['', ...wanted])
  for (const path of wanted)
    for (let parent = parentOf(path); parent !== undefined && !all.has(parent); parent = parentOf(parent))
      all.add(parent)
  return [...all].toSorted().map((path) => {
    const entry = directories.get(path)
    if (entry !== undefined) return entry
    lost.push({ path: displayPath(path), id, why: 'mode, owners and times of this directory are lost' })
    return { kind: 'directory', path, mode: 0o700, uid: 0, gid: 0, mtime: '0', offset: 0, length: 0 }
  })
}

/** Puts the tree of the chain's last link together, as far as the indexes go. */
export async function planSalvage(
  context: SourceContext,
  chain: readonly SalvageLink[],
  include: readonly string[],
): Promise<SalvagePlan> {
  const last = chain.at(-1)
  if (last?.link === undefined) throw new HoldfastError('internal', 'nothing to salvage from')
  const read = new Map<SalvageLink, Promise<KnownIndex>>()
  const known = (each: SalvageLink): Promise<KnownIndex> => {
    const stored = each.link?.streams.find(({ name }) => name === treeStream.name)?.bytes
    const reading = read.get(each) ?? knownIndexOf(each, stored || Infinity, context.signal)
    read.set(each, reading)
    return reading
  }
  const reading = { chain, known }
  const globs = include.map(parseGlob)
  const takes = (path: ByteString) => globs.length === 0 || globs.some((glob) => glob.matches(path))
  const lost: Lost[] = []
  const files = new Map<ChainLink, IndexFile[]>()
  const wanted = new Set<ByteString>()
  const take = (link: ChainLink, entry: IndexFile): void => {
    const list = files.get(link)
    if (list === undefined) files.set(link, [entry])
    else list.push(entry)
    wanted.add(parentOf(entry.path) ?? '')
  }
  const tree = await known(last)
  for (const path of tree.directories.keys()) if (takes(path)) wanted.add(path)
  for (const entry of tree.files.values()) if (takes(entry.path)) take(last.link, entry)
  for (const path of tree.unchanged) {
    if (!takes(path) || tree.files.has(path)) continue
    const found = await resolve(reading, path)
    if ('link' in found) take(found.link, found.entry)
    else if (!tree.rebuilt || found.error.context.absent !== true)
      lost.push(lostBecause(displayPath(path), found.id, found.error))
  }
  const unnamed = unnamedLoss(last.id, tree)
  if (unnamed !== undefined) lost.push(unnamed)
  const helpers = await addHelpers(reading, files)
  return { directories: withParents(wanted, tree, last.id, lost), files, helpers, lost }
}
