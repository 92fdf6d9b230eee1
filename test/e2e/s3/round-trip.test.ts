import { expect, test } from 'vitest'
import { describeTree, makeOddTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { s3Workspace, soak, useMinio } from './bucket.ts'

const minio = useMinio()
const files = soak ? 50_000 : 2_000
const minutes = soak ? 20 : 2

test(`${files} files go to MinIO encrypted and come back byte for byte`, {
  timeout: minutes * 60_000,
}, async () => {
  const space = await s3Workspace(minio())
  makeOddTree(space.source, { files, seed: 7 })
  const before = describeTree(space.source, { holes: true })
  const backup = await space.run(['backup', '--json'])
  expect(backup.json.errors).toEqual([])
  expect(backup.json.results).toMatchObject([{ level: 0, unread: 0, destinations: [{ status: 'success' }] }])
  const [{ id, files: stored, storedBytes, sourceBytes }] = backup.json.results
  expect(stored).toBeGreaterThan(files)
  const restored = await space.run([
    'restore',
    'tree',
    '--to',
    space.path('out'),
    '--identity',
    space.identity,
    '--yes',
    '--json',
  ])
  expect(restored.json.errors).toEqual([])
  expect(restored.json.results).toMatchObject([{ id, files: stored }])
  expect(treeDifferences(describeTree(space.path('out'), { holes: true }), before)).toEqual([])
  if (soak) {
    const seconds = [backup, restored].map(({ milliseconds }) => Math.round(milliseconds / 1000))
    process.stdout.write(
      `s3 round trip: ${stored} files, ${sourceBytes} -> ${storedBytes} bytes, ${seconds} s\n`,
    )
  }
})
