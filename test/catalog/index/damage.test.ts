import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
