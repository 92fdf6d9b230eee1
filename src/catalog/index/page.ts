import { hash } from 'node:crypto'
import type { IndexEntry } from '../../domain/index-entry.ts'
import { indexDamaged } from './damaged.ts'
import { decodeEntry } from './entry-line.ts'
import { pageKindOf, pathOrder } from './order.ts'
import type { RootPage } from './root.ts'

/** Plain bytes of every page; a frame of the index stream has the same size, so that one read fetches one page. */
export const indexPageBytes = 256 * 1024

/** The first 12 hex digits of a page's SHA-256, as the root names it. */
export function pageHash(page: Uint8Array): string {
  return hash('sha256', page, 'hex').slice(0, 12)
}

/** The records of a page, checked against what the root says of it. `index-damaged` where they differ. */
export function unpackPage(page: Uint8Array, expected: RootPage, pageBytes: number): readonly IndexEntry[] {
  const context = { page: expected.number, kind: expected.kind }
  if (page.byteLength !== pageBytes) throw indexDamaged('index page has the wrong size', { context })
  if (pageHash(page) !== expected.hash) throw indexDamaged('index page does not match its root', { context })
  const text = Buffer.from(page.buffer, page.byteOffset, page.byteLength).toString('utf8')
  const entries: IndexEntry[] = []
  for (const line of text.split('\n')) {
    if (line !== '') entries.push(decodeEntry(line))
  }
  const order = pathOrder(expected.kind)
  const inOrder = entries.every((entry, i) => i === 0 || order(entries[i - 1]?.path ?? '', entry.path) <= 0)
  const ofKind = entries.every((entry) => pageKindOf(entry) === expected.kind)
  if (!inOrder || !ofKind || entries.length !== expected.count || entries[0]?.path !== expected.first) {
    throw indexDamaged('index page holds other records than its root says', { context })
  }
  return entries
}
