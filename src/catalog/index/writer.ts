import type { ByteString, IndexEntry, IndexSink } from '../../domain/index-entry.ts'
import { HoldfastError } from '../../errors/error.ts'
import { createOpenPage, type OpenPage } from './open-page.ts'
import { pageKindOf, pageKinds } from './order.ts'
import { indexPageBytes } from './page.ts'
import { encodeRoot, encodeRootPage } from './root.ts'

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

/**
 * Packs entries into pages of one kind each. Entries should come in the order of their kind: disorder within a
 * page is sorted out, and where a page does not follow the one before it, a new section of the kind begins.
 * Holds three open pages and some 100 bytes for each page written, whatever the number of entries.
 *
 * `add` throws `source-unreadable` for a path too long for a page, `internal` for an entry that no source may make.
 */
export function createIndexWriter({ onPage, pageBytes = indexPageBytes }: IndexWriterOptions): IndexWriter {
  const rootLines: string[] = []
  const open = {
    directory: createOpenPage('directory', pageBytes),
    file: createOpenPage('file', pageBytes),
    unchanged: createOpenPage('unchanged', pageBytes),
  }
  let isFinished = false

  function close(page: OpenPage): void {
    const filled = page.close(rootLines.length)
    if (!filled) return
    rootLines.push(encodeRootPage(filled.root))
    onPage(filled.bytes)
  }

  return {
    add(entry: IndexEntry): void {
      if (isFinished) throw new HoldfastError('internal', 'index entry after the end')
      const page = open[pageKindOf(entry)]
      if (page.add(entry)) return
      close(page)
      if (!page.add(entry)) throw tooLong(entry.path, pageBytes)
    },
    finish(): Uint8Array {
      isFinished = true
      for (const kind of pageKinds) close(open[kind])
      const totals = {
        directory: open.directory.total(),
        file: open.file.total(),
        unchanged: open.unchanged.total(),
      }
      return encodeRoot(pageBytes, rootLines, totals)
    },
  }
}

function tooLong(path: ByteString, pageBytes: number): HoldfastError {
  return new HoldfastError('source-unreadable', 'path is too long for the index', {
    hint: 'Shorten the path or exclude it: its index record must fit one page.',
    context: { path: `${path.slice(0, 200)}…`, pageBytes },
  })
}
