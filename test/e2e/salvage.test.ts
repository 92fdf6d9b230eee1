import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeTree, randomNumbers } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { workspace } from './workspace.ts'

test('probe', { timeout: 60_000 }, async () => {
  const space = await workspace()
  const random = randomNumbers(3)
  for (let directory = 0; directory < 40; directory += 1) {
    mkdirSync(space.path('source', `d${directory}`))
    for (let file = 0; file < 10; file += 1)
      writeFileSync(
        space.path('source', `d${directory}`, `f${file}`),
        Buffer.from(Array.from({ length: 100_000 }, () => random() * 256)),
      )
  }
  console.log((await space.run(['backup'])).stderr)
  const volumes = space.keysUnder('data/').filter((key) => key.includes('/tree/'))
  console.log(volumes.length)
  const file = `${space.repository}/${volumes[1]}`
  const bytes = readFileSync(file)
  bytes[9_000_000] = (bytes[9_000_000] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const out = await space.run(['restore', 'tree', '--salvage', '--to', 'out', '--yes', '--identity', space.identity])
  console.log(out.stdout, out.stderr, out.exitCode, out.milliseconds)
  console.log(treeDifferences(describeTree(space.path('out')), describeTree(space.source)).slice(0, 30))
  console.log(readdirSync(space.root))
  expect(1).toBe(1)
})
