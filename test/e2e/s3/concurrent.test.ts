import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { type FaultyProxy, startFaultyProxy } from '../../services/faulty-proxy.ts'
import { clientOf } from '../../services/s3.ts'
import { expectError } from '../expect-error.ts'
import type { Workspace } from '../workspace.ts'
import { s3Workspace, soak, useMinio } from './bucket.ts'

const minio = useMinio()
const megabyte = 1024 * 1024
let proxy: FaultyProxy

beforeAll(async () => {
  proxy = await startFaultyProxy(minio().endpoint)
})
afterAll(() => proxy.stop())

function fill(space: Workspace, parts: number): void {
  for (let part = 0; part < parts; part += 1) {
    writeFileSync(space.path(`source/part-${part}`), randomBytes(8 * megabyte))
  }
}

/** Resolves when the n-th object under `data/` is on its way. */
function dataOnItsWay(count = 1): Promise<void> {
  let seen = 0
  return new Promise((resolve) => {
    proxy.onRequest = ({ method, url }) => {
      if (method === 'PUT' && url.includes('/data/') && ++seen === count) resolve()
    }
  })
}

test('of two runners at once on one job one is busy, and one that waits gets its turn', {
  timeout: 300_000,
}, async () => {
  const space = await s3Workspace(minio(), {
    endpoint: proxy.endpoint,
    job: ['hooks: {before: [sleep, "6"]}'],
  })
  fill(space, 2)
  const as = (runner: string) => ({ env: { HOLDFAST_STATE_DIR: space.path(`state-${runner}`) } })
  const first = space.start(['backup', '--json'], as('one'))
  await sleep(4000)
  const busy = space.run(['backup', '--json'], as('two'))
  const waiting = space.run(['backup', '--json', '--on-busy', 'wait'], as('three'))
  const skipped = space.run(['backup', '--json', '--on-busy', 'skip'], as('four'))
  expect(expectError(await busy, 6, 'busy').message).toContain('job~tree')
  expect((await skipped).json.results).toMatchObject([{ status: 'skipped' }])
  const [done, next] = [await first.ended, await waiting]
  expect([done.json.errors, next.json.errors]).toEqual([[], []])
  const ids = [done.json.results[0].id, next.json.results[0].id]
  expect((await space.run(['list', '--json'])).json.results.map(({ id }) => id).sort()).toEqual(ids.sort())
})

test('a runner that is killed in mid-backup loses nothing and lists nothing half; its rest is garbage after a day', {
  timeout: (soak ? 20 : 3) * 60_000,
}, async () => {
  const kills = soak ? 30 : 3
  const prefix = 'killed'
  const space = await s3Workspace(minio(), { endpoint: proxy.endpoint, prefix })
  const list = async () => (await space.run(['list', '--json'])).json.results.map(({ id }) => id as string)
  fill(space, 1)
  const old = (await space.run(['backup', '--json'])).json.results[0].id as string
  const then = describeTree(space.source)
  fill(space, 8)
  const survivors = new Set([old])
  for (let kill = 0; kill < kills; kill += 1) {
    const onItsWay = dataOnItsWay(1 + (kill % 4))
    const running = space.start(['backup', '--level', '0', '--json'])
    await Promise.race([onItsWay, running.ended])
    await sleep((kill % 5) * 40)
    running.killGroup()
    await running.ended
    for (const id of await list()) survivors.add(id)
  }
  // A kill after the commit leaves a whole backup that its run did not live to tell of; most die before.
  expect(survivors.size).toBeLessThan(1 + kills)
  const again = await space.run(['backup', '--json'])
  expect(again.json.errors).toEqual([])
  survivors.add(again.json.results[0].id)
  expect((await list()).sort()).toEqual([...survivors].sort())
  const identity = ['--identity', space.identity]
  const verified = await space.run(['verify', '--depth', 'checksum', '--json', ...identity])
  expect(verified.json.errors).toEqual([])
  for (const [id, tree] of [
    [old, then],
    [again.json.results[0].id, describeTree(space.source)],
  ] as const) {
    const restored = await space.run(['restore', id, '--to', space.path(id), '--yes', '--json', ...identity])
    expect(restored.json.errors).toEqual([])
    expect(treeDifferences(describeTree(space.path(id)), tree)).toEqual([])
  }

  const young = await space.run(['cleanup', '--json'])
  expect(young.json.results[0]).toMatchObject({ deleted: [], garbage: [] })
  const planned = await space.run(['cleanup', '--dry-run', '--json'], {
    env: { HOLDFAST_NOW: new Date(Date.now() + 25 * 3_600_000).toISOString() },
  })
  const garbage = planned.json.results[0].garbage.map(({ key }: { key: string }) => key.split('/').at(-1))
  expect(garbage.length).toBeGreaterThan(0)
  expect(garbage.filter((id: string) => survivors.has(id))).toEqual([])
  const { sdk, client } = await clientOf(minio())
  const all = await client.send(new sdk.ListObjectsV2Command({ Bucket: minio().bucket, Prefix: prefix }))
  const dead = (all.Contents ?? []).filter(
    ({ Key = '' }) => /\/(data|keys|state)\//.test(Key) && ![...survivors].some((id) => Key.includes(id)),
  )
  const deadIds = new Set(dead.map(({ Key = '' }) => /\d{8}T\d{6}Z-L\d-[a-z2-7]{6}/.exec(Key)?.[0]))
  expect([...garbage].sort()).toEqual([...deadIds].sort())
  if (soak)
    process.stdout.write(
      `killed ${kills} times: ${survivors.size} whole backups, ${deadIds.size} dead runs\n`,
    )
})
