import { hash } from 'node:crypto'
import type { ByteString } from '../../domain/index-entry.ts'
import { bytesMember, bytesOfMember } from './byte-text.ts'
import { indexDamaged } from './damaged.ts'
import { parseObject } from './entry-line.ts'
import { type PageKind, pageKinds, pathOrder } from './order.ts'

/** What the root says of one page. */
export interface RootPage {
  readonly number: number
  readonly kind: PageKind
  /** Pages of a section ascend without overlap; sections of a kind may overlap and are merged. */
  readonly section: number
  readonly first: ByteString
  readonly count: number
  /** First 12 hex digits of the SHA-256 of the page. */
  readonly hash: string
}

export type IndexTotals = Readonly<Record<PageKind, number>>

export interface IndexRoot {
  readonly pageBytes: number
  readonly pages: readonly RootPage[]
  readonly totals: IndexTotals
}

const letters: Readonly<Record<PageKind, string>> = { directory: 'd', file: 'f', unchanged: 'u' }
const hash12 = /^[0-9a-f]{12}$/

/** The line of a page; about 100 bytes, so that the root of a million files stays at some 100 KB. */
export function encodeRootPage(page: RootPage): string {
  return `{"k":"${letters[page.kind]}","s":${page.section},"i":${page.number},"c":${page.count},"h":"${page.hash}",${bytesMember('n', page.first)}}`
}

/**
 * A root: `{"v":1,"page":<bytes>}`, one line a page in the order of their numbers, and a last line with the
 * totals and the SHA-256 of all lines before it (line ends included).
 */
export function encodeRoot(pageBytes: number, pageLines: readonly string[], totals: IndexTotals): Uint8Array {
  const body = `${[`{"v":1,"page":${pageBytes}}`, ...pageLines].join('\n')}\n`
  const { directory, file, unchanged } = totals
  const sha256 = hash('sha256', body, 'hex')
  return Buffer.from(`${body}${JSON.stringify({ directories: directory, files: file, unchanged, sha256 })}\n`)
}

/** Reads a root. `index-damaged` for anything that {@link encodeRoot} could not have written. */
export function decodeRoot(root: Uint8Array): IndexRoot {
  const text = Buffer.from(root.buffer, root.byteOffset, root.byteLength).toString('utf8')
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length < 2) throw indexDamaged('index root is cut off')
  const last = parseObject(lines.pop() ?? '')
  if (last.sha256 !== hash('sha256', `${lines.join('\n')}\n`, 'hex')) {
    throw indexDamaged('index root does not match its hash')
  }
  const [first = '', ...pageLines] = lines
  const head = parseObject(first)
  if (head.v !== 1 || !isCount(head.page)) throw indexDamaged('index root has an unknown version')
  const pages = pageLines.map(rootPageOf)
  const totals = { directory: last.directories, file: last.files, unchanged: last.unchanged } as IndexTotals
  for (const kind of pageKinds) checkKind(kind, pages, totals[kind])
  return { pageBytes: head.page, pages, totals }
}

function rootPageOf(line: string, number: number): RootPage {
  const { k, s, i, c, h, n, N } = parseObject(line)
  const kind = pageKinds.find((candidate) => letters[candidate] === k)
  const first = bytesOfMember(n, N)
  const whole = kind !== undefined && first !== undefined && isCount(s) && isCount(c) && c > 0
  if (!whole || i !== number || typeof h !== 'string' || !hash12.test(h)) {
    throw indexDamaged('index root names a page wrongly', { context: { page: number } })
  }
  return { number, kind, section: s, first, count: c, hash: h }
}

function checkKind(kind: PageKind, pages: readonly RootPage[], total: number): void {
  const order = pathOrder(kind)
  const lastOf = new Map<number, RootPage>()
  let count = 0
  for (const page of pages) {
    if (page.kind !== kind) continue
    const before = lastOf.get(page.section)
    if (before && order(before.first, page.first) >= 0) {
      throw indexDamaged('index root is out of order', { context: { page: page.number } })
    }
    lastOf.set(page.section, page)
    count += page.count
  }
  if (count !== total) throw indexDamaged('index root has wrong totals', { context: { kind } })
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
