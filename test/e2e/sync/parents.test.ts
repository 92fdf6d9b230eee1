import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectError } from '../expect-error.ts'
import { twoDestinations } from './two.ts'

const minute = { timeout: 120_000 }

test('a destination that lacks the parent gets no increment until sync has copied it', minute, async () => {
  const space = await twoDestinations({ job: ['levels: {0: monthly, 1: otherwise}'] })
  const full = await space.backup('--destination', 'one')
  const left = expectError(await space.run(['backup', '--json']), 3, 'destination-failed')
  expect(left).toMatchObject({ context: { destination: 'two', code: 'parent-missing', parent: full } })
  expect(left.hint).toContain('holdfast sync')
  const { exit, result } = await space.sync()
  expect({ exit, levels: result.copied.map(({ level }: { level: number }) => level) }).toEqual({
    exit: 0,
    levels: [0, 1],
  })
  writeFileSync(space.path('source/b'), 'b')
  const [next] = await space.results('backup')
  expect(next).toMatchObject({ level: 1, parent: full })
  expect(next.destinations.map(({ status }: { status: string }) => status)).toEqual(['success', 'success'])
})

test('with on-missing-parent: full the run is a full one, loudly, everywhere', minute, async () => {
  const space = await twoDestinations({
    job: ['levels: {0: monthly, 1: otherwise}', 'on-missing-parent: full'],
  })
  await space.backup('--destination', 'one')
  const ran = await space.run(['backup'])
  expect({ exit: ran.exitCode, said: ran.stderr }).toMatchObject({
    exit: 0,
    said: expect.stringContaining('[full-instead]'),
  })
  for (const name of ['one', 'two']) {
    const levels = (await space.results('list', '--destination', name)).map(({ level }) => level)
    expect(levels).toEqual(name === 'one' ? [0, 0] : [0])
  }
})
