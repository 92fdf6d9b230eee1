import fc from 'fast-check'
import { compareFilePaths, type IndexEntry } from '../../../src/domain/index-entry.ts'

/** Names that collide often and sort around `/`: the bytes before and after it, high bytes, quotes, line ends. */
const oddByte = fc.constantFrom(...'abc-.0!"\\\n\t\x01\x7f\x80\xc3\xa9\xff{}~ '.split(''))
const segment = fc
  .array(oddByte, { minLength: 1, maxLength: 4 })
  .map((bytes) => bytes.join(''))
  .filter((name) => name !== '.' && name !== '..')

export const treePath = fc
  .array(segment, { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join('/'))

const count = fc.oneof(fc.nat(), fc.maxSafeNat())
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/)
const anyBytes = fc
  .uint8Array({ minLength: 1, maxLength: 30 })
  .map((bytes) => Buffer.from(bytes.map((byte) => byte || 1)).toString('latin1'))

const tree = {
  path: treePath,
  mode: fc.nat(0o7777),
  uid: fc.nat(),
  gid: fc.nat(),
  mtime: fc.constantFrom('0', '-1.5', '1795255199.826293125', '99999999999.000000001'),
  offset: count,
  length: count,
}
const directory = fc.record(
  {
    kind: fc.constant('directory'),
    ...tree,
    path: fc.oneof(treePath, fc.constant('')),
    attributes: sha256,
  } as const,
  { requiredKeys: ['kind', ...keysOf(tree)] },
)
const file = fc.record(
  {
    kind: fc.constantFrom('file', 'fifo', 'character', 'block'),
    ...tree,
    size: count,
    sha256,
    attributes: sha256,
    device: fc.tuple(fc.nat(), fc.nat()),
  } as const,
  { requiredKeys: ['kind', 'size', ...keysOf(tree)] },
)
const symlink = fc.record({ kind: fc.constant('symlink'), ...tree, size: count, target: anyBytes } as const)
const hardlink = fc.record({ kind: fc.constant('hardlink'), ...tree, size: count, target: treePath } as const)
const unchanged = fc.record({ kind: fc.constant('unchanged'), path: treePath } as const)

function keysOf<T extends object>(object: T): (keyof T)[] {
  return Object.keys(object) as (keyof T)[]
}

export const anyEntry = fc.oneof(directory, file, symlink, hardlink, unchanged) as fc.Arbitrary<IndexEntry>

/** The order in which tar brings entries: directories by path, then the others by (directory, name). */
export function inTarOrder(entries: readonly IndexEntry[]): IndexEntry[] {
  const rank = { directory: 0, unchanged: 1 } as const
  return entries.toSorted((a, b) => {
    const rankA = rank[a.kind as keyof typeof rank] ?? 2
    const rankB = rank[b.kind as keyof typeof rank] ?? 2
    if (rankA !== rankB) return rankA - rankB
    if (rankA !== 0) return compareFilePaths(a.path, b.path)
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
  })
}
