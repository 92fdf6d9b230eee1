import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { forEachBounded } from '../../src/catalog/bounded.ts'

const numbers = Array.from({ length: 50 }, (_, n) => n)

describe('bounded work', () => {
  it('does everything, never more than the limit at once', async () => {
    const done: number[] = []
    let running = 0
    let most = 0
    await forEachBounded(numbers, 7, async (n) => {
      most = Math.max(most, ++running)
      await sleep(n % 3)
      running--
      done.push(n)
    })
    expect(done.toSorted((a, b) => a - b)).toEqual(numbers)
    expect(most).toBe(7)
  })

  it('stops at the first failure, after what runs has ended', async () => {
    let started = 0
    let ended = 0
    const work = forEachBounded(numbers, 3, async (n) => {
      started++
      await sleep(1)
      ended++
      if (n === 4) throw new Error('four')
    })
    await expect(work).rejects.toThrow('four')
    expect(ended).toBe(started)
    expect(started).toBeLessThan(10)
  })

  it('passes on a failing list, after what runs has ended', async () => {
    let ended = 0
    async function* list() {
      yield 1
      throw new Error('no more')
    }
    const work = forEachBounded(list(), 3, async () => {
      await sleep(1)
      ended++
    })
    await expect(work).rejects.toThrow('no more')
    expect(ended).toBe(1)
  })
})
