import {
  type ByteString,
  compareFilePaths,
  type IndexEntry,
  type IndexScope,
} from '../../domain/index-entry.ts'

/** The kinds of pages: each holds records of one of them. */
export type PageKind = 'directory' | 'file' | 'unchanged'

export const pageKinds: readonly PageKind[] = ['directory', 'file', 'unchanged']

/** The kind of page that a record belongs to. */
export function pageKindOf(entry: IndexEntry): PageKind {
  return entry.kind === 'directory' || entry.kind === 'unchanged' ? entry.kind : 'file'
}

/** A place in the order of a kind; directories are `[path, '']`, all others `[directory, name]`. */
export type Position = readonly [directory: string, name: string]

/** From `from` up to and without `to`. */
export interface PositionRange {
  readonly from: Position
  readonly to: Position
}

/** Where a path stands in the order of its kind. */
export function positionOf(kind: PageKind, path: ByteString): Position {
  const slash = path.lastIndexOf('/')
  if (kind === 'directory') return [path, '']
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)]
}

export function comparePositions(a: Position, b: Position): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0
}

/** The order of a kind on whole paths, the same as that of their positions. */
export function pathOrder(kind: PageKind): (a: ByteString, b: ByteString) => number {
  if (kind !== 'directory') return compareFilePaths
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0)
}

/**
 * Where the records at or below `scope.under` can stand, ascending and disjoint; undefined means everywhere.
 *
 * A tree is not one stretch: in byte order `a-b` stands between `a` and `a/c`, and the file `a` itself stands
 * among the names of its parent. NUL is in no path and so is the least possible suffix; `0` follows `/`.
 */
export function rangesOf(
  kind: PageKind,
  scope: IndexScope | undefined,
): readonly PositionRange[] | undefined {
  const under = scope?.under
  if (under === undefined || under === '') return undefined
  const [directory, name] = positionOf(kind, under)
  const itself: PositionRange = { from: [directory, name], to: [directory, `${name}\0`] }
  const below: PositionRange = { from: [`${under}/`, ''], to: [`${under}0`, ''] }
  if (kind === 'directory') return [itself, below]
  const children: PositionRange = { from: [under, ''], to: [`${under}\0`, ''] }
  return [itself, children, below]
}
