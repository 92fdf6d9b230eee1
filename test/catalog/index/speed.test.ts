import { describe, expect, test } from 'vitest'
import { createIndexWriter } from '../../../src/catalog/index/writer.ts'
import type { IndexEntry } from '../../../src/domain/index-entry.ts'
import { collect } from '../collect.ts'
import { makeIndex } from './make-index.ts'

function* manyFiles(count: number): Generator<IndexEntry> {
  for (let i = 0; i < count; i++) {
    const directory = `srv/data/customer-${String(i >> 6).padStart(6, '0')}`
    const name = `invoice-${String(i & 63).padStart(4, '0')}.pdf`
    yield {
      kind: 'file',
      path: `${directory}/${name}`,
      mode: 0o644,
      uid: 1000,
      gid: 1000,
      mtime: '1795255199.826293125',
      offset: i * 11_264,
      length: 11_264,
      size: 10_000,
      sha256: 'd2f06ac4'.repeat(8),
    }
  }
}

describe('index of 300,000 files', () => {
  test('is written in seconds and one file of it read from a page', async () => {
    const index = makeIndex(manyFiles(300_000))
    expect(index.root.byteLength).toBeLessThan(300 * index.pages.length)
    const [found, ...others] = await collect(
      index.open().files({ under: 'srv/data/customer-004000/invoice-0033.pdf' }),
    )
    expect(found?.offset).toBe((4000 * 64 + 33) * 11_264)
    expect(others).toEqual([])
    expect(index.reads.length).toBe(1)
  }, 20_000)

  test('is read whole, in order', async () => {
    const index = makeIndex(manyFiles(300_000))
    let count = 0
    for await (const entry of index.open().files()) {
      if (entry.offset !== count * 11_264) throw new Error(`out of order at ${count}`)
      count += 1
    }
    expect(count).toBe(300_000)
  }, 20_000)

  test('keeps no written page in memory', () => {
    let pages = 0
    const writer = createIndexWriter({ onPage: () => pages++ })
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    for (const entry of manyFiles(300_000)) {
      writer.add(entry)
      if ((entry as { offset: number }).offset % 112_640_000 === 0) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      }
    }
    writer.finish()
    expect(pages).toBeGreaterThan(200)
    expect(most).toBeLessThan(64 * 1024 * 1024)
  }, 20_000)
})
