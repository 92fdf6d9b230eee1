import {
  type ByteString,
  compareFilePaths,
  type IndexDirectory,
  type IndexFile,
} from '../../domain/index-entry.ts'
import type { ChainLink, DrillCheck, TreeView } from '../../domain/source.ts'
import { displayPath } from './byte-paths.ts'
import type { TarMember } from './tar-member.ts'
import { findFile } from './tree-view.ts'

/** What a comparison can hold against each other at this place. */
export interface CompareOptions {
  /** Owners: only root can restore them. */
  readonly owners: boolean
  /** Extended attributes and ACLs: not where the file system or the user cannot set them. */
  readonly attributes: boolean
  /** Whether devices were made: only root can. */
  readonly devices: boolean
  /** Paths that the backup could not read, as displayed: older versions of them may lie there. */
  readonly unread: readonly string[]
}

type Aspect = 'files' | 'hashes' | 'metadata' | 'extra'

interface Tally {
  readonly compared: Record<Aspect, number>
  readonly differences: Record<Aspect, string[]>
  readonly counts: Record<Aspect, number>
}

const shown = 10

function createTally(): Tally {
  const zero = (): Record<Aspect, number> => ({ files: 0, hashes: 0, metadata: 0, extra: 0 })
  return { compared: zero(), counts: zero(), differences: { files: [], hashes: [], metadata: [], extra: [] } }
}

function differ(tally: Tally, aspect: Aspect, path: ByteString, what: string): void {
  tally.counts[aspect] += 1
  if (tally.differences[aspect].length < shown)
    tally.differences[aspect].push(`${displayPath(path)}: ${what}`)
}

/** `1.5` and `1.500000000` are the same time. */
function sameTime(a: string, b: string): boolean {
  if (a === b) return true
  const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
  return trim(a) === trim(b)
}

function compareMetadata(
  tally: Tally,
  expected: IndexDirectory | IndexFile,
  found: TarMember,
  options: CompareOptions,
): void {
  const { path } = expected
  tally.compared.metadata += 1
  const octal = (mode: number): string => mode.toString(8).padStart(4, '0')
  if (expected.mode !== found.mode)
    differ(tally, 'metadata', path, `mode ${octal(found.mode)}, expected ${octal(expected.mode)}`)
  if (!sameTime(expected.mtime, found.mtime))
    differ(tally, 'metadata', path, `time ${found.mtime}, expected ${expected.mtime}`)
  if (options.owners && (expected.uid !== found.uid || expected.gid !== found.gid))
    differ(
      tally,
      'metadata',
      path,
      `owner ${found.uid}:${found.gid}, expected ${expected.uid}:${expected.gid}`,
    )
  if (options.attributes && expected.attributes !== found.attributes)
    differ(tally, 'metadata', path, 'other extended attributes or ACLs')
}

/** Keeps track of which restored inode each group of hard links of the backup became. */
function createGroups() {
  const inodes = new Map<string, ByteString>()
  return {
    /** False when two names that are one file became two. */
    agrees(group: string, inode: ByteString): boolean {
      const known = inodes.get(group)
      if (known === undefined) inodes.set(group, inode)
      return known === undefined || known === inode
    },
  }
}

interface FileComparison {
  readonly tally: Tally
  readonly options: CompareOptions
  readonly groups: ReturnType<typeof createGroups>
}

/** The record of a hard link's first name, which holds kind and content; from the link's own index. */
async function contentOf(link: ChainLink, entry: IndexFile): Promise<IndexFile | undefined> {
  return entry.kind === 'hardlink' && entry.target !== undefined ? await findFile(link, entry.target) : entry
}

async function compareFile(
  { tally, options, groups }: FileComparison,
  link: ChainLink,
  entry: IndexFile,
  found: TarMember,
): Promise<void> {
  const { path } = entry
  tally.compared.files += 1
  compareMetadata(tally, entry, found, options)
  const inode = found.kind === 'hardlink' ? (found.target ?? '') : path
  if (entry.kind === 'hardlink' && !groups.agrees(`${link.id}\0${entry.target}`, inode))
    differ(tally, 'files', path, 'no longer a hard link to the same file')
  if (entry.kind === 'hardlink' && found.kind === 'hardlink' && entry.target === found.target) return
  if (entry.kind !== 'hardlink' && found.kind === 'hardlink')
    return differ(tally, 'files', path, `became a hard link to ${displayPath(inode)}`)
  const expected = await contentOf(link, entry)
  if (expected === undefined) return differ(tally, 'files', path, 'the index lacks what it is linked to')
  // A later name of the group: its first one was compared.
  if (found.kind === 'hardlink') return
  if (expected.kind !== found.kind)
    return differ(tally, 'files', path, `a ${found.kind}, expected a ${expected.kind}`)
  if (expected.kind === 'symlink' && expected.target !== found.target)
    differ(tally, 'files', path, 'points elsewhere')
  if (expected.device?.join() !== found.device?.join()) differ(tally, 'files', path, 'another device')
  if (expected.kind !== 'file') return
  if (expected.size !== found.size)
    return differ(tally, 'files', path, `${found.size} bytes, expected ${expected.size}`)
  if (expected.sha256 === undefined) return
  tally.compared.hashes += 1
  if (expected.sha256 !== found.sha256) differ(tally, 'hashes', path, 'its content differs')
}

function excused(path: ByteString, options: CompareOptions): boolean {
  if (options.unread.length === 0) return false
  const text = displayPath(path)
  return options.unread.some((unread) => text === unread || text.startsWith(`${unread}/`))
}

/** Merges two sequences in the same order; calls back for pairs and for what only one of them has. */
async function merge<T>(
  expected: AsyncIterator<T>,
  found: { current: TarMember | undefined; next: () => Promise<void> },
  options: {
    pathOf: (item: T) => ByteString
    order: (a: ByteString, b: ByteString) => number
    takes: (member: TarMember) => boolean
    both: (item: T, member: TarMember) => Promise<void> | void
    only: (item: T) => void
    extra: (member: TarMember) => void
  },
): Promise<void> {
  let item = await expected.next()
  for (;;) {
    const member = found.current !== undefined && options.takes(found.current) ? found.current : undefined
    if (item.done === true && member === undefined) return
    const order =
      item.done === true
        ? 1
        : member === undefined
          ? -1
          : options.order(options.pathOf(item.value), member.path)
    if (order === 0) await options.both(item.value as T, member as TarMember)
    else if (order < 0) options.only(item.value as T)
    else options.extra(member as TarMember)
    if (order <= 0) item = await expected.next()
    if (order >= 0) await found.next()
  }
}

function check(tally: Tally, name: string, aspect: Aspect, compared: number): DrillCheck {
  const count = tally.counts[aspect]
  if (compared === 0)
    return { name, result: 'failed', expected: 'at least one entry', found: 'nothing was compared' }
  if (count === 0) return { name, result: 'passed', expected: `${compared}`, found: `${compared}` }
  const list = tally.differences[aspect].join('; ')
  return {
    name,
    result: 'failed',
    expected: `${compared}, all alike`,
    found: `${count} ${count === 1 ? 'difference' : 'differences'}: ${list}${count > shown ? '; …' : ''}`,
  }
}

/**
 * Compares a tree as the index has it with one that was read back, both in the order of the index, in one merge.
 * Checks: `files` (presence, kinds, sizes, link texts, hard links), `hashes`, `metadata` (modes, times, owners,
 * attributes) and `no extra files`. Nothing compared is a failure.
 */
export async function compareTrees(
  view: TreeView,
  members: AsyncIterable<TarMember>,
  options: CompareOptions,
): Promise<{ readonly checks: DrillCheck[]; readonly files: number }> {
  const tally = createTally()
  const iterator = members[Symbol.asyncIterator]()
  const found: { current: TarMember | undefined; next: () => Promise<void> } = {
    current: undefined,
    next: async () => {
      const result = await iterator.next()
      found.current = result.done === true ? undefined : result.value
    },
  }
  await found.next()
  const comparison = { tally, options, groups: createGroups() }
  const missing = ({ entry }: { entry: IndexDirectory | IndexFile }): void => {
    if (!options.devices && (entry.kind === 'character' || entry.kind === 'block')) return
    tally.compared.files += 1
    differ(tally, 'files', entry.path, 'missing')
  }
  const extra = (member: TarMember): void => {
    if (!excused(member.path, options)) differ(tally, 'extra', member.path, 'not in the backup')
  }
  const shared = { only: missing, extra }
  await merge(view.directories()[Symbol.asyncIterator](), found, {
    ...shared,
    pathOf: ({ entry }) => entry.path,
    order: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    takes: ({ kind }) => kind === 'directory',
    both: ({ entry }, member) => {
      tally.compared.files += 1
      compareMetadata(tally, entry, member, options)
    },
  })
  await merge(view.files()[Symbol.asyncIterator](), found, {
    ...shared,
    pathOf: ({ entry }) => entry.path,
    order: compareFilePaths,
    takes: ({ kind }) => kind !== 'directory',
    both: ({ link, entry }, member) => compareFile(comparison, link, entry, member),
  })
  if (found.current !== undefined) extra(found.current)
  const { files, hashes, metadata } = tally.compared
  return {
    files,
    checks: [
      check(tally, 'files', 'files', files),
      // A tree of directories and links alone has nothing to hash.
      check(tally, 'hashes', 'hashes', hashes === 0 && files > 0 ? files : hashes),
      check(tally, 'metadata', 'metadata', metadata),
      check(tally, 'no extra files', 'extra', files),
    ],
  }
}
