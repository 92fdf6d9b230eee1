import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLineCache } from '../../src/catalog/line-cache.ts'

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-cache-'))
  file = join(directory, 'deep/er/cache.jsonl')
})
afterEach(() => rm(directory, { recursive: true }))

async function filled(count = 3): Promise<void> {
  const cache = await openLineCache(file, 'v1')
  for (let n = 0; n < count; n++) cache.set(`key ${n}`, 'tag', { n })
  await cache.save()
}

describe('a line cache', () => {
  it('remembers by key and tag', async () => {
    await filled()
    const cache = await openLineCache(file, 'v1')
    expect(cache.get('key 1', 'tag')).toEqual({ n: 1 })
    expect(cache.get('key 1', 'other')).toBeUndefined()
    expect(cache.get('key 9', 'tag')).toBeUndefined()
  })

  it('is private to its user', async () => {
    await filled()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(join(directory, 'deep'))).mode & 0o777).toBe(0o700)
  })

  it('appends, and writes anew once most is unwanted', async () => {
    await filled(3000)
    const before = (await readFile(file, 'utf8')).length
    const second = await openLineCache(file, 'v1')
    second.get('key 7', 'tag')
    second.set('key new', 'tag', [1])
    await second.save()
    const lines = (await readFile(file, 'utf8')).split('\n')
    expect(lines).toHaveLength(4)
    expect(before).toBeGreaterThan(50_000)
    const third = await openLineCache(file, 'v1')
    third.set('key 7', 'tag 2', 'changed')
    await third.save()
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(5)
    const fourth = await openLineCache(file, 'v1')
    expect(fourth.get('key 7', 'tag 2')).toBe('changed')
    expect(fourth.get('key new', 'tag')).toEqual([1])
  })

  it('of another version starts anew', async () => {
    await filled()
    const other = await openLineCache(file, 'v2')
    expect(other.get('key 1', 'tag')).toBeUndefined()
    other.set('key 1', 'tag', 'new')
    await other.save()
    expect((await openLineCache(file, 'v2')).get('key 1', 'tag')).toBe('new')
    expect((await openLineCache(file, 'v1')).get('key 1', 'tag')).toBeUndefined()
  })

  it('never gives a value with a flipped bit', async () => {
    await filled()
    const sound = await readFile(file)
    for (let bit = 0; bit < sound.length * 8; bit += 5) {
      const flipped = Buffer.from(sound)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await writeFile(file, flipped)
      const cache = await openLineCache(file, 'v1')
      for (let n = 0; n < 3; n++) expect([undefined, { n }]).toContainEqual(cache.get(`key ${n}`, 'tag'))
    }
  })

  it('survives a torn line, and mends it', async () => {
    await filled()
    const sound = await readFile(file)
    await writeFile(file, sound.subarray(0, -4))
    const torn = await openLineCache(file, 'v1')
    expect(torn.get('key 1', 'tag')).toEqual({ n: 1 })
    expect(torn.get('key 2', 'tag')).toBeUndefined()
    torn.set('key 2', 'tag', { n: 2 })
    await torn.save()
    const mended = await openLineCache(file, 'v1')
    expect(mended.get('key 1', 'tag')).toEqual({ n: 1 })
    expect(mended.get('key 2', 'tag')).toEqual({ n: 2 })
  })

  it.each(['', 'garbage', 'garbage\nmore\n'])('is empty from a file of %j', async (text) => {
    await mkdir(join(directory, 'deep/er'), { recursive: true })
    await writeFile(file, text)
    await filled()
    expect((await openLineCache(file, 'v1')).get('key 0', 'tag')).toEqual({ n: 0 })
  })

  it('that cannot be written is no error', async () => {
    await writeFile(join(directory, 'deep'), 'a file in the way')
    const cache = await openLineCache(file, 'v1')
    cache.set('key', 'tag', 1)
    await cache.save()
    expect(cache.get('key', 'tag')).toBe(1)
    await chmod(directory, 0o700)
    expect(await readFile(join(directory, 'deep'), 'utf8')).toBe('a file in the way')
  })

  it('reads values longer than its chunks', async () => {
    const long = 'x'.repeat(700_000)
    const cache = await openLineCache(file, 'v1')
    cache.set('long', 'tag', long)
    cache.set('short', 'tag', 'y')
    await cache.save()
    const again = await openLineCache(file, 'v1')
    expect([again.get('long', 'tag'), again.get('short', 'tag')]).toEqual([long, 'y'])
  })
})
