import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeTree, makeOddTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { type S3Service, startRcloneServe } from '../../services/s3.ts'
import { expectError } from '../expect-error.ts'
import { s3Workspace } from './bucket.ts'

let service: S3Service

beforeAll(async () => {
  service = await startRcloneServe()
})
afterAll(() => service?.stop())

test('a store that ignores conditions gets backups, advisory leases, and a cleanup only with --exclusive', {
  timeout: 300_000,
}, async () => {
  const space = await s3Workspace(service, {
    job: ['retention: {keep-last: 1}', 'hooks: {before: [sleep, "5"]}'],
  })
  makeOddTree(space.source, { files: 30, seed: 12 })
  const first = space.start(['backup', '--level', '0', '--json'])
  await new Promise((resolve) => setTimeout(resolve, 5500))
  const other = { env: { HOLDFAST_STATE_DIR: space.path('other') } }
  expectError(await space.run(['backup', '--json'], other), 6, 'busy')
  const done = (await first.ended).json
  expect(done.errors).toEqual([])
  const second = await space.run(['backup', '--level', '0', '--json'])
  expect(second.json.errors).toEqual([])
  const ids = [done.results[0].id, second.json.results[0].id]
  const list = async () => (await space.run(['list', '--json'])).json.results.map(({ id }) => id)
  expect((await list()).sort()).toEqual(ids.sort())

  expectError(await space.run(['cleanup', '--json']), 7, 'exclusive-needed')
  expect((await list()).sort()).toEqual(ids.sort())
  const cleaned = await space.run(['cleanup', '--exclusive', '--json'])
  expect(cleaned.json.errors).toEqual([])
  expect(cleaned.json.results[0].deleted).toHaveLength(1)
  expect(await list()).toEqual([second.json.results[0].id])

  const identity = ['--identity', space.identity]
  expect((await space.run(['drill', '--json', ...identity])).json.results).toMatchObject([
    { result: 'passed' },
  ])
  const restored = await space.run([
    'restore',
    'tree',
    '--to',
    space.path('out'),
    '--yes',
    '--json',
    ...identity,
  ])
  expect(restored.json.errors).toEqual([])
  expect(treeDifferences(describeTree(space.path('out')), describeTree(space.source))).toEqual([])
  await space.run(['hold', 'tree', '--json'])
  expect((await space.run(['list', '--json'])).json.results).toMatchObject([{ held: true, proven: true }])
})
