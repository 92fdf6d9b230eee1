import { describe, expect, it } from 'vitest'
import { ensureRepository, readRepository } from '../../src/catalog/repository.ts'
import { restoreGuide } from '../../src/catalog/restore-guide.ts'
import { fixedClock } from '../../src/process/clock.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'
import { putBytes, repository, signal } from './samples.ts'

const clock = fixedClock(new Date('2026-11-21T03:00:00Z'))
const options = { clock, signal }
const stored = (fields: Record<string, unknown>) =>
  JSON.stringify({ format: 1, repository, created: '2026-11-21T03:00:00.000Z', requires: [], ...fields })

describe('a repository', () => {
  it('is made once, with the guide beside it', async () => {
    const store = createMemoryStore()
    expect(await readRepository(store, signal)).toBeUndefined()
    const made = await ensureRepository(store, options)
    expect(made).toMatchObject({ format: 1, requires: [] })
    expect([...store.objects.keys()]).toEqual(['holdfast.json', 'RESTORE.md'])
    expect(Buffer.from(store.objects.get('RESTORE.md')?.body ?? []).toString()).toBe(restoreGuide)
    expect(await ensureRepository(store, options)).toEqual(made)
    expect(await readRepository(store, signal)).toEqual(made)
  })

  it('takes the id of its sisters', async () => {
    const made = await ensureRepository(createMemoryStore(), { ...options, repository })
    expect(made.repository).toBe(repository)
  })

  it.each([true, false])('has one winner of many makers, create-only %s', async (createOnly) => {
    const store = createMemoryStore('many', { createOnly })
    const made = await Promise.all(Array.from({ length: 8 }, () => ensureRepository(store, options)))
    const last = await readRepository(store, signal)
    if (createOnly) expect(new Set(made.map((one) => one.repository))).toEqual(new Set([last?.repository]))
    expect(last?.repository).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('gets its guide when the run that made it died in between', async () => {
    const store = createMemoryStore()
    await putBytes(store, 'holdfast.json', stored({}))
    await ensureRepository(store, options)
    expect(store.objects.has('RESTORE.md')).toBe(true)
    await putBytes(store, 'RESTORE.md', 'edited')
    await ensureRepository(store, options)
    expect(Buffer.from(store.objects.get('RESTORE.md')?.body ?? []).toString()).toBe('edited')
  })

  it.each([
    ['a newer format', stored({ format: 2, anything: 1 }), 'format-unsupported', 'format 2'],
    [
      'an unknown feature',
      stored({ requires: ['chunks', 'packs'] }),
      'unknown-feature',
      'requires chunks, packs',
    ],
    ['damage', '{', 'object-damaged', 'no JSON'],
    ['no id', stored({ repository: 1 }), 'object-damaged', 'repository: '],
    ['null', 'null', 'object-damaged', 'the whole'],
    ['too much', ' '.repeat(70_000), 'object-damaged', 'larger than'],
  ])('refuses %s', async (_, text, code, reason) => {
    const store = createMemoryStore()
    await putBytes(store, 'holdfast.json', text)
    await expect(ensureRepository(store, options)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(reason),
    })
  })

  it('does not believe a store that loses it', async () => {
    const store = createMemoryStore()
    const losing = { ...store, put: async () => ({ key: 'x', bytes: 1, etag: 'x', modified: new Date(0) }) }
    await expect(ensureRepository(losing, options)).rejects.toThrow('it was written and is not there')
  })

  it('passes on what a store refuses', async () => {
    const store = { ...createMemoryStore(), put: () => Promise.reject(new Error('no room')) }
    await expect(ensureRepository(store, options)).rejects.toThrow('no room')
  })
})
