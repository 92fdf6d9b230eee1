import type { ByteString, IndexEntry, IndexSink } from '../../domain/index-entry.ts'
import { HoldfastError } from '../../errors/error.ts'
import { encodeEntry } from './entry-line.ts'
import { type PageKind, pageKindOf, pageKinds, pathOrder } from './order.ts'
import { indexPageBytes, packPage, pageHash } from './page.ts'
import { encodeRoot, encodeRootPage } from './root.ts'

export { indexPageBytes } from './page.ts'

export interface IndexWriterOptions {
  /** Receives each page once it is full, in the order of the page numbers. The buffer is the receiver's. */
  readonly onPage: (page: Uint8Array) => void
  /** Plain bytes of a page; recorded in the root. */
  readonly pageBytes?: number
}

export interface IndexWriter extends IndexSink {
  /** Hands out the open pages and returns the root. No entry may follow. */
  finish(): Uint8Array
}

interface OpenPage {
  readonly kind: PageKind
  readonly order: (a: ByteString, b: ByteString) => number
  records: { path: ByteString; line: string }[]
  bytes: number
  sorted: boolean
  section: number
  /** The last path of the section so far. */
  last: ByteString | undefined
  total: number
}

/**
 * Packs entries into pages of one kind each. Entries should come in the order of their kind: disorder within a
 * page is sorted out, and where a page does not follow the one before it, a new section of the kind begins.
 * Holds three open pages and some 100 bytes for each page written, whatever the number of entries.
 */
export function createIndexWriter({ onPage, pageBytes = indexPageBytes }: IndexWriterOptions): IndexWriter {
  const pageLines: string[] = []
  const open = {
    directory: openPage('directory'),
    file: openPage('file'),
    unchanged: openPage('unchanged'),
  } satisfies Record<PageKind, OpenPage>
  let finished = false

  function flush(page: OpenPage): void {
    const { kind, records, order } = page
    if (!page.sorted) records.sort((a, b) => order(a.path, b.path))
    const first = records[0]?.path
    if (first === undefined) return
    if (page.last !== undefined && order(page.last, first) >= 0) page.section += 1
    const lines = records.map((record) => record.line)
    const packed = packPage(lines, pageBytes)
    pageLines.push(
      encodeRootPage({
        number: pageLines.length,
        kind,
        section: page.section,
        first,
        count: lines.length,
        hash: pageHash(packed),
      }),
    )
    page.last = records.at(-1)?.path
    page.records = []
    page.bytes = 0
    page.sorted = true
    onPage(packed)
  }

  return {
    add(entry: IndexEntry): void {
      if (finished) throw new HoldfastError('internal', 'index entry after the end')
      const page = open[pageKindOf(entry)]
      const line = encodeEntry(entry)
      const bytes = Buffer.byteLength(line) + 1
      if (bytes > pageBytes) throw tooLong(entry.path, bytes, pageBytes)
      if (page.bytes + bytes > pageBytes) flush(page)
      const before = page.records.at(-1)
      if (before && page.sorted && page.order(before.path, entry.path) > 0) page.sorted = false
      page.records.push({ path: entry.path, line })
      page.bytes += bytes
      page.total += 1
    },
    finish(): Uint8Array {
      finished = true
      for (const kind of pageKinds) flush(open[kind])
      const totals = {
        directory: open.directory.total,
        file: open.file.total,
        unchanged: open.unchanged.total,
      }
      return encodeRoot(pageBytes, pageLines, totals)
    },
  }
}

function openPage(kind: PageKind): OpenPage {
  return {
    kind,
    order: pathOrder(kind),
    records: [],
    bytes: 0,
    sorted: true,
    section: 0,
    last: undefined,
    total: 0,
  }
}

function tooLong(path: ByteString, bytes: number, pageBytes: number): HoldfastError {
  return new HoldfastError('source-unreadable', 'path is too long for the index', {
    hint: 'Shorten the path or exclude it: its index record must fit one page.',
    context: { path: `${path.slice(0, 200)}…`, bytes, pageBytes },
  })
}
