import { openIndex } from '../../../src/catalog/index/reader.ts'
import { createIndexWriter } from '../../../src/catalog/index/writer.ts'
import type { IndexEntry, IndexReader, IndexScope } from '../../../src/domain/index-entry.ts'
import { collect } from '../collect.ts'

/** An index in memory, and which pages were read. */
export function makeIndex(entries: Iterable<IndexEntry>, pageBytes?: number) {
  const pages: Uint8Array[] = []
  const reads: number[] = []
  const writer = createIndexWriter({
    onPage: (page) => pages.push(page),
    ...(pageBytes === undefined ? {} : { pageBytes }),
  })
  for (const entry of entries) writer.add(entry)
  const root = writer.finish()
  const open = (from: Uint8Array = root) =>
    openIndex({
      root: from,
      readPage: async (number) => {
        reads.push(number)
        const page = pages[number]
        if (!page) throw new Error(`no page ${number}`)
        return page
      },
    })
  return { pages, root, reads, open }
}

/** Everything that a reader yields, by kind. */
export async function readAll(reader: IndexReader, scope?: IndexScope) {
  return {
    directories: await collect(reader.directories(scope)),
    files: await collect(reader.files(scope)),
    unchanged: await collect(reader.unchanged(scope)),
  }
}
