import { afterAll, beforeAll, expect } from 'vitest'
import { type Boot, type OpenZfs, openZfs } from '../../services/openzfs.ts'

/** A machine for the tests of a file. */
export function machine(): () => OpenZfs {
  let made: OpenZfs | undefined
  beforeAll(async () => {
    made = await openZfs()
  })
  afterAll(() => made?.remove())
  return () => {
    if (made === undefined) throw new Error('the machine is not made yet')
    return made
  }
}

/** Every step of a boot passed, and there were some. */
export function expectPassed({ steps, output, status }: Boot): void {
  expect(steps.length, output).toBeGreaterThan(0)
  for (const { name, error } of steps) expect.soft(error, name).toBeUndefined()
  expect(status, output).toBe(0)
}
