import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openIndex } from '../../../src/catalog/index/reader.ts'
import { createIndexWriter } from '../../../src/catalog/index/writer.ts'
import { compareFilePaths, type IndexEntry, type IndexFile } from '../../../src/domain/index-entry.ts'
import { collect } from '../collect.ts'
import { anyEntry, inTarOrder, treePath } from './arbitrary-entries.ts'
import { makeIndex, readAll } from './make-index.ts'

const smallPage = 2048

function isUnder(path: string, under: string): boolean {
  return under === '' || path === under || path.startsWith(`${under}/`)
}

function bruteForce(entries: readonly IndexEntry[], under = '') {
  const chosen = inTarOrder(entries.filter((entry) => isUnder(entry.path, under)))
  return {
    directories: chosen.filter((entry) => entry.kind === 'directory'),
    files: chosen.filter((entry) => entry.kind !== 'directory' && entry.kind !== 'unchanged'),
    unchanged: chosen.filter((entry) => entry.kind === 'unchanged'),
  }
}

function fileAt(path: string, size = 1): IndexFile {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, mtime: '1', offset: 0, length: 1024, size }
}

const entries = fc.uniqueArray(anyEntry, {
  selector: (entry) => `${entry.kind} ${entry.path}`,
  maxLength: 80,
})
const distinct = entries.map((list) => [...new Map(list.map((entry) => [entry.path, entry])).values()])

describe('index', () => {
  test('gives back every entry in order', async () => {
    await fc.assert(
      fc.asyncProperty(distinct, async (list) => {
        const index = makeIndex(inTarOrder(list), smallPage)
        expect(index.pages.every((page) => page.byteLength === smallPage)).toBe(true)
        expect(await readAll(index.open())).toEqual(bruteForce(list))
      }),
    )
  })

  test('gives back entries in order that came in none', async () => {
    await fc.assert(
      fc.asyncProperty(distinct, async (list) => {
        expect(await readAll(makeIndex(list, smallPage).open())).toEqual(bruteForce(list))
      }),
    )
  })

  test('limits a read to a tree as a filter would', async () => {
    await fc.assert(
      fc.asyncProperty(distinct, treePath, fc.nat(), fc.nat(), async (list, other, pick, depth) => {
        const segments = (list[pick % Math.max(list.length, 1)]?.path ?? other).split('/')
        const under = segments.slice(0, 1 + (depth % segments.length)).join('/')
        const reader = makeIndex(inTarOrder(list), smallPage).open()
        expect(await readAll(reader, { under })).toEqual(bruteForce(list, under))
        expect(await readAll(reader, { under: other })).toEqual(bruteForce(list, other))
      }),
      { numRuns: 300 },
    )
  })

  test('finds a tree that its siblings cut in two', async () => {
    const paths = ['a', 'a-b/x', 'a.b/x', 'a/1', 'a/c/2', 'a/c-d/3', 'a0/x', 'a/c']
    const files = paths.map((path) => fileAt(path)).sort((x, y) => compareFilePaths(x.path, y.path))
    const reader = makeIndex(files, 256).open()
    const found = (await collect(reader.files({ under: 'a' }))).map((entry) => entry.path)
    expect(found).toEqual(['a', 'a/1', 'a/c', 'a/c/2', 'a/c-d/3'].sort(compareFilePaths))
    expect(await collect(reader.files({ under: '' }))).toHaveLength(files.length)
  })

  test('merges what two passes brought, equal paths in the order they came', async () => {
    const pass = (size: number) => Array.from({ length: 60 }, (_, i) => fileAt(`d/${i + 100}`, size))
    const index = makeIndex([...pass(1), ...pass(2)], 1024)
    const found = (await collect(index.open().files())).map((entry) => `${entry.path} ${entry.size}`)
    expect(found).toEqual(pass(1).flatMap((file) => [`${file.path} 1`, `${file.path} 2`]))
  })

  test('reads only the pages of the tree, and each once', async () => {
    const files = Array.from({ length: 20_000 }, (_, i) =>
      fileAt(`dir-${String(i >> 4).padStart(5, '0')}/f${i % 16}`),
    )
    const index = makeIndex(
      files.sort((x, y) => compareFilePaths(x.path, y.path)),
      16_384,
    )
    const reader = index.open()
    expect(await collect(reader.files({ under: 'dir-00700' }))).toHaveLength(16)
    expect(index.reads.length).toBeLessThanOrEqual(3)
    await collect(reader.files({ under: 'dir-00700/f3' }))
    expect(new Set(index.reads).size).toBe(index.reads.length)
  })

  test('of nothing is a root without pages', async () => {
    const index = makeIndex([])
    expect(index.pages).toEqual([])
    expect(index.open().totals).toEqual({ directory: 0, file: 0, unchanged: 0 })
    expect(await readAll(index.open(), { under: 'x' })).toEqual({ directories: [], files: [], unchanged: [] })
  })

  test('takes paths of 4 KiB in any bytes, and refuses what fits no page', () => {
    const long = Array.from({ length: 16 }, () => '\xff\x01\n'.repeat(85)).join('/')
    const index = makeIndex([fileAt(long), { ...fileAt(long), kind: 'hardlink', target: long }])
    expect(index.pages).toHaveLength(1)
    expect(() => makeIndex([fileAt('x'.repeat(3000))], 2048)).toThrow(
      expect.objectContaining({ code: 'source-unreadable', hint: expect.stringContaining('exclude') }),
    )
  })

  test('takes no entry after its end', () => {
    const writer = createIndexWriter({ onPage: () => undefined })
    writer.finish()
    expect(() => writer.add(fileAt('a'))).toThrow(expect.objectContaining({ code: 'internal' }))
  })

  test('loads a page again after a failure, and two readers share one load', async () => {
    const files = Array.from({ length: 100 }, (_, i) => fileAt(`f${i + 100}`))
    const { root, pages } = makeIndex(files, 1024)
    let loads = 0
    let fails = true
    const reader = openIndex({
      root,
      readPage: async (number) => {
        loads += 1
        if (fails) throw new Error('cut off')
        return pages[number] ?? new Uint8Array()
      },
    })
    await expect(collect(reader.files({ under: 'f150' }))).rejects.toThrow('cut off')
    fails = false
    const both = await Promise.all([1, 2].map(() => collect(reader.files({ under: 'f150' }))))
    expect(both.map((found) => found.length)).toEqual([1, 1])
    // The page of f150, and the last one, which could hold a directory of that name.
    expect(loads).toBe(1 + 2)
    expect(await collect(reader.files())).toEqual(files)
  })

  test('may be left in the middle of a read whose next page is gone', async () => {
    const index = makeIndex(
      Array.from({ length: 100 }, (_, i) => fileAt(`f${i + 100}`)),
      1024,
    )
    index.pages.length = 1
    for await (const entry of index.open().files()) {
      expect(entry.path).toBe('f100')
      break
    }
    await expect(collect(index.open().files())).rejects.toThrow('no page 1')
  })
})
