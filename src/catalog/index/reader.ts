import type {
  IndexDirectory,
  IndexEntry,
  IndexFile,
  IndexReader,
  IndexScope,
  IndexUnchanged,
} from '../../domain/index-entry.ts'
import { mergeSections } from './merge.ts'
import { type PageKind, pathOrder, rangesOf } from './order.ts'
import { unpackPage } from './page.ts'
import { cachePages } from './page-cache.ts'
import { decodeRoot, type IndexTotals, type RootPage } from './root.ts'
import { readSection } from './section.ts'

export interface OpenIndexOptions {
  /** What the writer's `finish` returned. */
  readonly root: Uint8Array
  /** The plain bytes of a page: `pageBytes` from offset `pageNumber * pageBytes` of the index stream. */
  readonly readPage: (pageNumber: number) => Promise<Uint8Array>
  /** Where given, a page that cannot be read is told here and taken for empty, unless this throws. */
  readonly onBadPage?: (error: unknown) => void
}

export interface OpenIndex extends IndexReader {
  /** Records by kind. */
  readonly totals: IndexTotals
  /** Plain bytes of a page. */
  readonly pageBytes: number
}

/**
 * Opens an index. Reads only pages that can hold what is asked for, a few of them kept in memory; sections of a
 * kind come merged into one order. A root or page that is not whole: `index-damaged`; what `readPage` throws passes.
 */
export function openIndex({ root, readPage, onBadPage }: OpenIndexOptions): OpenIndex {
  const { pages, totals, pageBytes } = decodeRoot(root)
  const load = cachePages(async (page) => {
    try {
      return unpackPage(await readPage(page.number), page, pageBytes)
    } catch (error) {
      if (onBadPage === undefined) throw error
      onBadPage(error)
      return []
    }
  })

  function read(kind: PageKind, scope: IndexScope | undefined): AsyncGenerator<IndexEntry, void, undefined> {
    const ranges = rangesOf(kind, scope)
    const sections = sectionsOf(pages, kind).map((section) => readSection(section, ranges, load))
    return mergeSections(sections, pathOrder(kind))
  }

  return {
    totals,
    pageBytes,
    // A page holds records of its kind only: unpackPage has checked that.
    directories: (scope) => read('directory', scope) as AsyncIterable<IndexDirectory>,
    files: (scope) => read('file', scope) as AsyncIterable<IndexFile>,
    unchanged: (scope) => read('unchanged', scope) as AsyncIterable<IndexUnchanged>,
  }
}

function sectionsOf(pages: readonly RootPage[], kind: PageKind): readonly (readonly RootPage[])[] {
  const ofKind = pages.filter((page) => page.kind === kind)
  return [...Map.groupBy(ofKind, (page) => page.section).values()]
}
