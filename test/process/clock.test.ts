import { expect, test } from 'vitest'
import { fixedClock, systemClock } from '../../src/process/clock.ts'

test('the system clock shows the time and pauses for as long as asked', async () => {
  const start = systemClock.monotonic()
  await systemClock.sleep(30)
  expect(systemClock.monotonic() - start).toBeGreaterThanOrEqual(29)
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000)
})

test('a pause ends with the reason of its signal, before or while it lasts', async () => {
  const reason = new Error('enough')
  await expect(systemClock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason)
  const controller = new AbortController()
  const pause = systemClock.sleep(60_000, controller.signal)
  controller.abort(reason)
  await expect(pause).rejects.toBe(reason)
})

test('a pause longer than a timer can hold does not end at once', async () => {
  const reason = new Error('enough')
  const controller = new AbortController()
  const ended = systemClock.sleep(2 ** 31 + 1000, controller.signal).then(
    () => 'slept',
    (error) => error,
  )
  const first = await Promise.race([ended, systemClock.sleep(30).then(() => 'still asleep')])
  expect(first).toBe('still asleep')
  controller.abort(reason)
  expect(await ended).toBe(reason)
})

test('a fixed clock starts at its time and advances with the monotonic clock', () => {
  let elapsed = 500
  const base = { now: () => new Date(0), monotonic: () => elapsed, sleep: async () => {} }
  const clock = fixedClock(new Date('2027-01-01T00:00:00Z'), base)
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z')
  elapsed += 1500.7
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:01.500Z')
  expect(clock.monotonic()).toBe(2000.7)
})
