import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { type FaultyProxy, type Mood, startFaultyProxy } from '../../services/faulty-proxy.ts'
import type { Workspace } from '../workspace.ts'
import { s3Workspace, soak, useMinio } from './bucket.ts'

const minio = useMinio()
const seconds = soak ? { trouble: 90, outage: 300 } : { trouble: 5, outage: 8 }
const volumes = soak ? 12 : 3
let proxy: FaultyProxy

beforeAll(async () => {
  proxy = await startFaultyProxy(minio().endpoint)
})
afterAll(() => proxy.stop())

async function prepare(): Promise<Workspace> {
  const space = await s3Workspace(minio(), { endpoint: proxy.endpoint })
  for (let part = 0; part < volumes; part += 1) {
    writeFileSync(space.path(`source/part-${part}`), randomBytes(16 * 1024 * 1024))
  }
  return space
}

/** Runs a command whose second object under `data/` is met by trouble, for so many seconds. */
async function throughTrouble(
  space: Workspace,
  args: readonly string[],
  method: string,
  mood: Mood,
  time: number,
) {
  let seen = 0
  let trouble: Promise<void> | undefined
  proxy.onRequest = (request) => {
    if (request.method !== method || !request.url.includes('/data/')) return
    seen += 1
    if (seen !== 2) return
    trouble = (async () => {
      await proxy.become(mood)
      await sleep(time * 1000)
      await proxy.become('pass')
    })()
  }
  const ran = await space.run([...args, '--json'])
  proxy.onRequest = () => undefined
  await trouble
  expect(trouble).toBeDefined()
  expect(ran.json.errors).toEqual([])
  expect(ran.milliseconds).toBeGreaterThan(time * 1000)
  return ran
}

describe.each([
  ['503s and resets', 'mixed', seconds.trouble],
  ['an outage', 'gone', seconds.outage],
] as const)('%s', (_name, mood, time) => {
  test(`of ${time} s in mid-backup and mid-restore are ridden out`, {
    timeout: (2 * time + 120) * 1000,
  }, async () => {
    const space = await prepare()
    const before = { ...proxy.counts }
    const backup = await throughTrouble(space, ['backup'], 'PUT', mood, time)
    expect(backup.json.results).toMatchObject([{ destinations: [{ status: 'success' }] }])
    if (mood === 'mixed') {
      expect(proxy.counts.refused).toBeGreaterThan(before.refused)
      expect(proxy.counts.cut).toBeGreaterThan(before.cut)
    }
    const to = space.path('out')
    const restore = ['restore', 'tree', '--to', to, '--identity', space.identity, '--yes']
    await throughTrouble(space, restore, 'GET', mood, time)
    expect(treeDifferences(describeTree(to), describeTree(space.source))).toEqual([])
    if (soak)
      process.stdout.write(`${mood} ${time} s: backup took ${Math.round(backup.milliseconds / 1000)} s\n`)
  })
})
