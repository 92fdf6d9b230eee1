import { describe, expect, it } from 'vitest'
import { createByteCache } from '../../src/pipeline/byte-cache.ts'
import { createPool } from '../../src/pipeline/pool.ts'

describe('a pool', () => {
  it('makes no more than it may, reuses, and serves in turn', async () => {
    let made = 0
    const pool = createPool(2, () => ({ number: ++made }))
    const [a, b] = [await pool.take(), pool.tryTake()]
    expect([a.number, b?.number]).toEqual([1, 2])
    expect(pool.tryTake()).toBeUndefined()
    const order: string[] = []
    const first = pool.take().then(() => order.push('first'))
    const second = pool.take().then(() => order.push('second'))
    pool.give(a)
    pool.give(a)
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
    pool.give(a)
    expect(pool.tryTake()).toBe(a)
    expect(made).toBe(2)
  })

  it('grows for those who wait, and shrinks as things come back', async () => {
    let made = 0
    const pool = createPool(1, () => ({ number: ++made }))
    const a = await pool.take()
    const waiting = pool.take()
    pool.resize(1)
    const b = await waiting
    expect(made).toBe(2)
    pool.resize(-1)
    pool.give(a)
    expect(pool.tryTake()).toBeUndefined()
    pool.give(b)
    expect(pool.tryTake()).toBe(b)
    pool.give(b)
    pool.resize(-1)
    expect(pool.tryTake()).toBeUndefined()
  })

  it('rejects everyone once it failed', async () => {
    const pool = createPool(1, () => ({}))
    await pool.take()
    const waiting = pool.take()
    pool.fail(new Error('first'))
    pool.fail(new Error('second'))
    await expect(waiting).rejects.toThrow('first')
    await expect(pool.take()).rejects.toThrow('first')
    expect(pool.tryTake()).toBeUndefined()
  })
})

describe('the cache of frames', () => {
  const value = (text: string) => Promise.resolve(Buffer.from(text))

  it('keeps what was used last within its capacity', async () => {
    const cache = createByteCache(30)
    for (const key of ['a', 'b', 'c']) cache.set(key, value(key), 10)
    expect(await cache.get('a')).toEqual(Buffer.from('a'))
    cache.set('d', value('d'), 10)
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.has(key))).toEqual(['a', 'c', 'd'])
    cache.set('big', value('big'), 100)
    expect(['a', 'c', 'd', 'big'].filter((key) => cache.has(key))).toEqual(['big'])
    cache.set('big', value('less'), 5)
    cache.set('e', value('e'), 20)
    expect(cache.has('big')).toBe(true)
    expect(cache.get('absent')).toBeUndefined()
  })

  it('forgets what failed', async () => {
    const cache = createByteCache(30)
    const failed = Promise.reject(new Error('network'))
    cache.set('a', failed, 10)
    await expect(failed).rejects.toThrow('network')
    await Promise.resolve()
    expect(cache.has('a')).toBe(false)
  })
})
