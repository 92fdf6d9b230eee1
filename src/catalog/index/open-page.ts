import type { ByteString, IndexEntry } from '../../domain/index-entry.ts'
import { decodeEntry, encodeEntry } from './entry-line.ts'
import { type PageKind, pathOrder } from './order.ts'
import { pageHash } from './page.ts'
import type { RootPage } from './root.ts'

export interface FilledPage {
  readonly bytes: Uint8Array
  readonly root: RootPage
}

/** The page of a kind that is being filled, one after another. */
export interface OpenPage {
  /** False where the record does not fit any more: then the page is to be closed first. */
  add(entry: IndexEntry): boolean
  /** The page so far, in order; undefined where it is empty. The next record begins a new one. */
  close(number: number): FilledPage | undefined
  /** Records over all pages. */
  total(): number
}

/**
 * Lines go straight into the page's bytes: strings that waited for the page to fill would outlive the young
 * generation, and the heap would grow with the number of entries.
 */
export function createOpenPage(kind: PageKind, pageBytes: number): OpenPage {
  const order = pathOrder(kind)
  let page = emptyPage(pageBytes)
  let used = 0
  let count = 0
  let total = 0
  let first: ByteString = ''
  let last: ByteString = ''
  let isSorted = true
  let section = 0
  let lastOfSection: ByteString | undefined

  return {
    add(entry) {
      const line = encodeEntry(entry)
      const bytes = Buffer.byteLength(line) + 1
      if (used + bytes > pageBytes) return false
      if (count === 0) first = entry.path
      else if (order(last, entry.path) > 0) isSorted = false
      last = entry.path
      page.write(line, used)
      used += bytes
      count += 1
      total += 1
      return true
    },
    close(number) {
      if (count === 0) return undefined
      if (!isSorted) [first, last] = sortLines(page, order)
      if (lastOfSection !== undefined && order(lastOfSection, first) >= 0) section += 1
      lastOfSection = last
      const filled = { bytes: page, root: { number, kind, section, first, count, hash: pageHash(page) } }
      page = emptyPage(pageBytes)
      used = 0
      count = 0
      isSorted = true
      return filled
    },
    total: () => total,
  }
}

function emptyPage(pageBytes: number): Buffer {
  return Buffer.alloc(pageBytes, '\n')
}

/** Puts the lines of a page in order; returns its first and last path. */
function sortLines(
  page: Buffer,
  order: (a: ByteString, b: ByteString) => number,
): [first: ByteString, last: ByteString] {
  const lines = page.toString().split('\n').filter(Boolean)
  const records = lines.map((line) => ({ line, path: decodeEntry(line).path }))
  records.sort((a, b) => order(a.path, b.path))
  page.write(records.map(({ line }) => line).join('\n'))
  return [records.at(0)?.path ?? '', records.at(-1)?.path ?? '']
}
