import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeEntry } from '../../../src/catalog/index/entry-line.ts'
import { pageHash } from '../../../src/catalog/index/page.ts'
import { openIndex } from '../../../src/catalog/index/reader.ts'
import { encodeRoot, encodeRootPage, type RootPage } from '../../../src/catalog/index/root.ts'
import type { IndexEntry } from '../../../src/domain/index-entry.ts'
import { makeIndex, readAll } from './make-index.ts'

const entries: IndexEntry[] = Array.from({ length: 40 }, (_, i) => ({
  kind: 'unchanged',
  path: `d/${i + 10}`,
}))
const damaged = expect.objectContaining({ code: 'index-damaged' })

function flip(bytes: Uint8Array, bit: number): void {
  const at = (bit >>> 3) % bytes.byteLength
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7))
}

describe('a damaged index', () => {
  test('is found by any flipped bit of a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, bit) => {
        const index = makeIndex(entries, 256)
        flip(index.pages[which % index.pages.length] ?? new Uint8Array(1), bit)
        await expect(readAll(index.open())).rejects.toEqual(damaged)
      }),
    )
  })

  test('is found by any flipped bit and any missing end of the root', () => {
    const { root, open } = makeIndex(entries, 256)
    fc.assert(
      fc.property(fc.nat(), (bit) => {
        const copy = Uint8Array.from(root)
        flip(copy, bit)
        expect(() => open(copy)).toThrow(damaged)
        expect(() => open(root.subarray(0, bit % root.byteLength))).toThrow(damaged)
      }),
    )
  })

  test('is found by swapped, short and foreign pages', async () => {
    const index = makeIndex(entries, 256)
    const [first = new Uint8Array(), second = new Uint8Array()] = index.pages
    index.pages[0] = second
    await expect(readAll(index.open())).rejects.toEqual(damaged)
    index.pages[0] = first.subarray(0, 255)
    await expect(readAll(index.open())).rejects.toEqual(damaged)
    index.pages[0] = makeIndex([{ kind: 'unchanged', path: 'other' }], 256).pages[0] ?? first
    await expect(readAll(index.open())).rejects.toEqual(damaged)
  })
})

describe('an index whose hashes are right and whose content is not', () => {
  const line = (path: string) => encodeEntry({ kind: 'unchanged', path })
  const pageOf = (...lines: string[]) => Buffer.from(lines.join('\n').padEnd(256, '\n'))
  const none = { directory: 0, file: 0, unchanged: 0 }

  function rootPage(page: Uint8Array, change: Partial<RootPage> = {}): string {
    const hash = pageHash(page)
    return encodeRootPage({ number: 0, kind: 'unchanged', section: 0, first: 'a', count: 2, hash, ...change })
  }

  test.each([
    ['records out of order', pageOf(line('b'), line('a')), { first: 'b' }],
    ['fewer records', pageOf(line('a')), {}],
    ['another first record', pageOf(line('a'), line('b')), { first: 'aa' }],
    ['records of another kind', pageOf(line('a'), line('b')), { kind: 'file' as const }],
    ['a line that is no record', pageOf(line('a'), '{"k":"u"}'), {}],
  ])('is found by its page: %s', async (_name, page, change) => {
    const kind = 'kind' in change ? change.kind : 'unchanged'
    const root = encodeRoot(256, [rootPage(page, change)], { ...none, [kind]: 2 })
    await expect(readAll(openIndex({ root, readPage: async () => page }))).rejects.toEqual(damaged)
  })

  const page = pageOf(line('a'), line('b'))
  test.each([
    ['a page number twice', [rootPage(page), rootPage(page, { section: 1 })], 4],
    ['an empty page', [rootPage(page, { count: 0 })], 0],
    ['a negative section', [rootPage(page, { section: -1 })], 2],
    ['a short hash', [rootPage(page, { hash: 'ab' })], 2],
    ['pages out of order', [rootPage(page, { first: 'b' }), rootPage(page, { number: 1 })], 4],
    ['pages that overlap', [rootPage(page), rootPage(page, { number: 1 })], 4],
    ['wrong totals', [rootPage(page)], 3],
    ['an unknown kind', [rootPage(page).replace('"k":"u"', '"k":"x"')], 2],
    ['a line that is no object', ['7'], 0],
  ])('is found by its root: %s', (_name, lines, unchanged) => {
    const root = encodeRoot(256, lines, { ...none, unchanged })
    expect(() => openIndex({ root, readPage: async () => page })).toThrow(damaged)
  })

  test('is found by a version of the root that is not known', () => {
    const root = Buffer.from(encodeRoot('"many"' as unknown as number, [], none))
    expect(() => openIndex({ root, readPage: async () => page })).toThrow(damaged)
  })
})
