import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workspace } from './workspace.ts'

test('a dry run says what a backup would do, and changes nothing', { timeout: 120_000 }, async () => {
  const space = await workspace()
  space.write('source/file', 'x')
  const first = await space.run(['backup', '--dry-run', '--json'])
  expect([first.exitCode, first.json.errors]).toEqual([0, []])
  expect(first.json.results).toMatchObject([
    { job: 'tree', status: 'dry-run', level: 0, parent: null, destinations: [{ name: 'local' }] },
  ])
  expect(existsSync(space.repository)).toBe(false)

  const real = await space.run(['backup', '--json'])
  const before = space.keysUnder('')
  const second = await space.run(['backup', '--dry-run', '--json'])
  expect(second.json.results).toMatchObject([{ level: 1, parent: real.json.results[0]?.id }])
  expect(space.keysUnder('')).toEqual(before)
})
