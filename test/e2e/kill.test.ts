import { randomBytes } from 'node:crypto'
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { describeTree, randomNumbers } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { type Workspace, workspace } from './workspace.ts'

const soak = process.env.HOLDFAST_SOAK === '1'
const kills = soak ? 200 : 20
const megabyte = 1_000_000

async function listed(space: Workspace): Promise<string[]> {
  return (await space.run(['list', '--json'])).json.results.map(({ id }) => id)
}

/** Gives all that a repository holds of some runs the age of two days. */
function age(directory: string, isOld: (path: string) => boolean): void {
  const then = Date.now() / 1000 - 2 * 24 * 3600
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && isOld(path)) utimesSync(path, then, then)
  }
}

function idsUnder(space: Workspace, branch: string): Set<string> {
  return new Set(
    space
      .keysUnder(`${branch}/tree/`)
      .flatMap((key) => key.split('/')[2]?.replace(/\.(age|json)$/, '') ?? []),
  )
}

test('SIGKILL at any instant leaves nothing half listed, and only garbage', {
  timeout: soak ? 3_600_000 : 300_000,
}, async () => {
  const space = await workspace()
  space.configure({ job: ['levels: {0: otherwise}'] })
  writeFileSync(space.path('source/first'), 'first')
  const old = (await space.run(['backup', '--json'])).json.results[0].id as string
  const then = describeTree(space.source)
  for (let part = 0; part < 6; part += 1)
    writeFileSync(space.path(`source/part-${part}`), randomBytes(10 * megabyte))
  const now = describeTree(space.source)
  const typical = await space.run(['backup', '--json'])
  expect(typical.json.errors).toEqual([])

  const random = randomNumbers(11)
  const survivors = [old, typical.json.results[0].id as string]
  let died = 0
  let span = typical.milliseconds
  for (let kill = 0; kill < kills; kill += 1) {
    const running = space.start(['backup', '--json'])
    await sleep(random() * span)
    running.killGroup()
    const ended = await running.ended
    if (ended.signal === 'SIGKILL') died += 1
    // The machine got faster, or slower: aim anew.
    else span = ended.milliseconds
    const ids = await listed(space)
    // A kill after the commit leaves a whole backup that its run did not live to tell of.
    const fresh = ids.filter((id) => !survivors.includes(id))
    expect(fresh.length).toBeLessThanOrEqual(1)
    survivors.push(...fresh)
    expect(ids.sort()).toEqual(survivors.sort())
  }
  expect(died).toBeGreaterThan(kills / 2)

  const again = await space.run(['backup', '--json'])
  expect(again.json.errors).toEqual([])
  // It need not wait until a lease of 60 s has run out.
  expect(again.milliseconds).toBeLessThan(30_000)
  survivors.push(again.json.results[0].id)
  const verified = await space.run(['verify', '--depth', 'checksum', '--json', '--identity', space.identity])
  expect(verified.json.errors).toEqual([])
  expect(verified.json.results).toHaveLength(survivors.length)
  for (const [id, tree] of [
    [old, then],
    [again.json.results[0].id, now],
  ] as const) {
    const restored = await space.run([
      'restore',
      id,
      '--to',
      space.path(id),
      '--identity',
      space.identity,
      '--yes',
      '--json',
    ])
    expect(restored.json.errors).toEqual([])
    expect(treeDifferences(describeTree(space.path(id)), tree)).toEqual([])
  }

  const dead = [...idsUnder(space, 'data'), ...idsUnder(space, 'keys')].filter(
    (id) => !survivors.includes(id),
  )
  expect(dead.length).toBeGreaterThan(0)
  const young = await space.run(['cleanup', '--json'])
  expect(young.json.results[0]).toMatchObject({ deleted: [], garbage: [] })
  age(space.repository, () => true)
  const kept = survivors.map(
    (id) => statSync(space.path('repository', 'manifests', 'tree', `${id}.json`)).size,
  )
  const cleaned = await space.run(['cleanup', '--json'])
  expect(cleaned.json.errors).toEqual([])
  const [{ deleted, garbage }] = cleaned.json.results as [{ deleted: string[]; garbage: { key: string }[] }]
  expect(deleted).toEqual([])
  expect(garbage.map(({ key }) => key).sort()).toEqual(
    [...new Set(dead)].map((id) => `data/tree/${id}`).sort(),
  )
  for (const branch of ['data', 'keys', 'state']) {
    expect([...idsUnder(space, branch)].sort()).toEqual(survivors.sort())
  }
  expect(kept).toEqual(
    survivors.map((id) => statSync(space.path('repository', 'manifests', 'tree', `${id}.json`)).size),
  )
  const after = await space.run(['verify', '--depth', 'checksum', '--json', '--identity', space.identity])
  expect(after.json.errors).toEqual([])
  expect((await listed(space)).sort()).toEqual(survivors.sort())
})
