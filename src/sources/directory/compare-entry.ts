import type { ByteString, IndexDirectory, IndexFile } from '../../domain/index-entry.ts'
import type { ChainLink } from '../../domain/source.ts'
import { displayPath } from './byte-paths.ts'
import { differ, type Tally } from './compare-tally.ts'
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
  /** The record of one path in the tree of the last link. */
  lookUp(path: ByteString): Promise<{ readonly link: ChainLink; readonly entry: IndexFile } | undefined>
  /** Paths that the backup could not read, as displayed: older versions of them may lie there. */
  readonly unread: readonly string[]
}

/** `1.5` and `1.500000000` are the same time. */
function sameTime(a: string, b: string): boolean {
  if (a === b) return true
  const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
  return trim(a) === trim(b)
}

/** Compares modes, times, owners and attributes. */
export function compareMetadata(
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

/** Which restored inode each group of hard links of the backup became. */
export type LinkInodes = Map<string, ByteString>

/** True when a name of a group is the same inode as its other names. */
async function agrees(
  { inodes, options }: FileComparison,
  link: ChainLink,
  first: ByteString,
  inode: ByteString,
): Promise<boolean> {
  if (inode === first) return true
  const group = `${link.id}\0${first}`
  const known = inodes.get(group)
  if (known !== undefined) return known === inode
  inodes.set(group, inode)
  // The first name may be gone from the tree, or be another file by now; if not, it is the inode to be.
  const current = await options.lookUp(first)
  return current === undefined || current.link.id !== link.id
}

/** What the comparison of files carries along. */
export interface FileComparison {
  readonly tally: Tally
  readonly options: CompareOptions
  readonly inodes: LinkInodes
}

/** The record of a hard link's first name, which holds kind and content; from the link's own index. */
async function contentOf(link: ChainLink, entry: IndexFile): Promise<IndexFile | undefined> {
  return entry.kind === 'hardlink' && entry.target !== undefined ? await findFile(link, entry.target) : entry
}

/** Compares one file that both sides have. */
export async function compareFile(
  comparison: FileComparison,
  link: ChainLink,
  entry: IndexFile,
  found: TarMember,
): Promise<void> {
  const { path } = entry
  const { tally, options } = comparison
  tally.compared.files += 1
  compareMetadata(tally, entry, found, options)
  const inode = found.kind === 'hardlink' ? (found.target ?? '') : path
  if (entry.kind === 'hardlink' && !(await agrees(comparison, link, entry.target ?? '', inode)))
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
  const name = expected.sha256 === undefined ? 'blocksSha256' : 'sha256'
  // A copy with fewer holes has a hash of the other kind: then only the size was compared.
  if (expected[name] === undefined || found[name] === undefined) return
  tally.compared.hashes += 1
  if (expected[name] !== found[name]) differ(tally, 'hashes', path, 'its content differs')
}
