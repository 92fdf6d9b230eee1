import type { ByteString, IndexDirectory, IndexFile } from '../../domain/index-entry.ts'
import type { Chain, ChainLink } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { displayPath, parentOf } from './byte-paths.ts'
import { type PathGlob, parseGlob, scopesOf } from './glob.ts'
import { createTreeView, findFile, indexOf } from './tree-view.ts'

/** What a restore of some paths needs. */
export interface PathSelection {
  /** Matched directories and all directories above what is selected, in byte order; of the last link. */
  readonly directories: readonly IndexDirectory[]
  /** Selected files by the link that holds them, in the order of its archive. */
  readonly files: ReadonlyMap<ChainLink, readonly IndexFile[]>
  /** First names of hard links that are needed to make the selected ones, but are not selected. */
  readonly helpers: ReadonlyMap<ChainLink, ReadonlySet<ByteString>>
  readonly count: number
}

async function namesIn(chain: Chain, directory: ByteString, limit: number): Promise<string[]> {
  const names = new Set<string>()
  const view = createTreeView(chain, directory === '' ? undefined : { under: directory })
  const start = directory === '' ? 0 : directory.length + 1
  for (const entries of [view.directories(), view.files()]) {
    for await (const { entry } of entries) {
      if (entry.path.length <= start) continue
      names.add(displayPath(entry.path.slice(start).split('/')[0] as string))
      if (names.size >= limit) break
    }
  }
  return [...names].toSorted()
}

async function exists(chain: Chain, directory: ByteString): Promise<boolean> {
  return (await findDirectory(chain, directory)) !== undefined
}

/** The record of one directory at the last link. */
async function findDirectory(chain: Chain, path: ByteString): Promise<IndexDirectory | undefined> {
  const last = chain.at(-1) as ChainLink
  for await (const entry of indexOf(last).directories(path === '' ? undefined : { under: path }))
    return entry.path === path ? entry : undefined
  return undefined
}

async function notFound(chain: Chain, glob: PathGlob): Promise<HoldfastError> {
  let nearest: ByteString = glob.prefix
  while (nearest !== '' && !(await exists(chain, nearest))) nearest = parentOf(nearest) ?? ''
  const names = await namesIn(chain, nearest, 12)
  const place = nearest === '' ? 'the root' : displayPath(nearest)
  return new HoldfastError('path-not-found', `nothing in the backup matches ${glob.text}`, {
    hint: `Write a path from the source's root; ${place} holds ${names.length === 0 ? 'nothing' : names.join(', ')}.`,
    context: { glob: glob.text, nearest: displayPath(nearest), names },
  })
}

/** Adds what hard links need: the first name of their group in the same link. */
async function addHelpers(files: Map<ChainLink, IndexFile[]>): Promise<Map<ChainLink, Set<ByteString>>> {
  const helpers = new Map<ChainLink, Set<ByteString>>()
  for (const [link, entries] of files) {
    const present = new Set(entries.map(({ path }) => path))
    const added = new Set<ByteString>()
    for (const { kind, target } of [...entries]) {
      if (kind !== 'hardlink' || target === undefined || present.has(target)) continue
      const first = await findFile(link, target)
      if (first === undefined) {
        throw new HoldfastError('index-damaged', `the index of ${link.id} lacks what a hard link needs`, {
          hint: 'Restore the whole directory instead.',
          context: { id: link.id, path: displayPath(target) },
        })
      }
      present.add(target)
      added.add(target)
      entries.push(first)
    }
    entries.sort((a, b) => a.offset - b.offset)
    helpers.set(link, added)
  }
  return helpers
}

function above(paths: Iterable<ByteString>): Set<ByteString> {
  const parents = new Set<ByteString>([''])
  for (const path of paths) {
    for (let parent = parentOf(path); parent !== undefined && !parents.has(parent); parent = parentOf(parent))
      parents.add(parent)
  }
  return parents
}

/** Finds what globs select in the chain's tree; `path-not-found` for a glob that selects nothing, `usage` for a bad one. */
export async function selectPaths(chain: Chain, include: readonly string[]): Promise<PathSelection> {
  const globs = include.map(parseGlob)
  const idle = new Set(globs)
  const takes = (path: ByteString): boolean => {
    let taken = false
    for (const glob of globs) {
      if (!glob.matches(path)) continue
      idle.delete(glob)
      taken = true
    }
    return taken
  }
  const directories = new Map<ByteString, IndexDirectory>()
  const files = new Map<ChainLink, IndexFile[]>()
  let count = 0
  const scopes = scopesOf(globs)
  const viewOf = (prefix: ByteString) => createTreeView(chain, prefix === '' ? undefined : { under: prefix })
  for (const prefix of scopes) {
    for await (const { entry } of viewOf(prefix).directories())
      if (takes(entry.path)) directories.set(entry.path, entry)
    for await (const { link, entry } of viewOf(prefix).files()) {
      if (!takes(entry.path)) continue
      count += 1
      const list = files.get(link)
      if (list === undefined) files.set(link, [entry])
      else list.push(entry)
    }
  }
  for (const glob of idle) throw await notFound(chain, glob)

  const wanted = above([
    ...directories.keys(),
    ...[...files.values()].flatMap((list) => list.map(({ path }) => path)),
  ])
  for (const prefix of scopes)
    for await (const { entry } of viewOf(prefix).directories())
      if (wanted.has(entry.path)) directories.set(entry.path, entry)
  for (const path of wanted) {
    const entry = directories.has(path) ? undefined : await findDirectory(chain, path)
    if (entry !== undefined) directories.set(path, entry)
  }
  const helpers = await addHelpers(files)
  const sorted = [...directories.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return { directories: sorted, files, helpers, count }
}
