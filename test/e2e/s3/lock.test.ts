import { expect, test } from 'vitest'
import { makeOddTree, mutateTree } from '../../fixtures/odd-tree.ts'
import { addUser } from '../../services/minio-users.ts'
import { clientOf } from '../../services/s3.ts'
import { s3Workspace, useMinio } from './bucket.ts'
import { publishedPolicy } from './published-policies.ts'

const minio = useMinio({ lock: true })

/** Until when each object of a backup is kept, by key. */
async function locksOf(prefix: string, id: string): Promise<Map<string, Date>> {
  const { sdk, client } = await clientOf(minio())
  const Bucket = minio().bucket
  const locks = new Map<string, Date>()
  for (const branch of ['manifests', 'data', 'keys', 'state']) {
    const listing = await client.send(
      new sdk.ListObjectsV2Command({ Bucket, Prefix: `${prefix}/${branch}/` }),
    )
    for (const { Key = '' } of listing.Contents ?? []) {
      if (!Key.includes(id)) continue
      const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key }))
      locks.set(Key, head.ObjectLockRetainUntilDate ?? new Date(0))
    }
  }
  return locks
}

const lock = ['object-lock: { mode: governance, for: 1h }']

test('an increment extends the locks of all it builds on; cleanup leaves what is locked and says until when', {
  timeout: 300_000,
}, async () => {
  const prefix = 'locked'
  const job = ['levels: {0: monthly, 1: weekly, 2: daily}', 'retention: {keep-last: 1}']
  const space = await s3Workspace(minio(), { prefix, destination: lock, job })
  makeOddTree(space.source, { files: 30, seed: 8 })
  const role = await addUser(minio(), 'locker', publishedPolicy('backup', minio().bucket, prefix))
  const backup = async (level: number, env: Record<string, string> = { ...role }) => {
    const ran = await space.run(['backup', '--level', String(level), '--json'], { env })
    expect(ran.json.errors).toEqual([])
    return ran.json.results[0]
  }
  const full = await backup(0)
  const before = await locksOf(prefix, full.id)
  expect(before.size).toBeGreaterThan(5)
  const soonest = Math.min(...[...before.values()].map((date) => date.getTime()))
  expect(soonest).toBeGreaterThan(Date.now() + 50 * 60_000)
  mutateTree(space.source, { changes: 5, seed: 9 })
  const one = await backup(1)
  mutateTree(space.source, { changes: 5, seed: 10 })
  const two = await backup(2)
  expect([one.parent, two.parent]).toEqual([full.id, one.id])
  const own = Math.max(...[...(await locksOf(prefix, two.id)).values()].map((date) => date.getTime()))
  for (const id of [full.id, one.id]) {
    const locks = [...(await locksOf(prefix, id)).values()].map((date) => date.getTime())
    expect(Math.min(...locks)).toBeGreaterThanOrEqual(own)
  }

  const another = await backup(0)
  const cleaned = await space.run(['cleanup', '--json'])
  expect(cleaned.json.errors).toEqual([])
  expect(cleaned.json.results[0].deleted).toEqual([])
  const kept: { id: string; reason: string }[] = cleaned.json.results[0].kept
  const reasons = new Map(kept.map(({ id, reason }) => [id, reason]))
  expect(reasons.get(two.id)).toMatch(/^locked until 20\d\d-/)
  expect(reasons.get(one.id)).toBe(`needed by ${two.id}, which is locked`)
  expect(reasons.get(full.id)).toBe(`needed by ${one.id}, which is locked`)
  const shown = await space.run(['cleanup'])
  expect(shown.stdout + shown.stderr).toMatch(/is locked at s3 until 20\d\d-/)
  const listed = (await space.run(['list', '--json'])).json.results.map(({ id }) => id)
  expect(listed.sort()).toEqual([full.id, one.id, two.id, another.id].sort())
})

test('a role that may not extend locks makes a full backup instead of an increment', {
  timeout: 180_000,
}, async () => {
  const prefix = 'unlockable'
  const space = await s3Workspace(minio(), {
    prefix,
    destination: lock,
    job: ['levels: {0: monthly, 1: otherwise}'],
  })
  makeOddTree(space.source, { files: 10, seed: 11 })
  const first = await space.run(['backup', '--json'])
  expect(first.json.errors).toEqual([])
  const policy = publishedPolicy('backup', minio().bucket, prefix)
  // Locks of its own come with the objects, where it may write; those of others it must not touch.
  const weaker = JSON.parse(policy)
  weaker.Statement.push({
    Effect: 'Deny',
    Action: ['s3:PutObjectRetention'],
    Resource: [`arn:aws:s3:::${minio().bucket}/${prefix}/*/${first.json.results[0].id}*`],
  })
  const env = { ...(await addUser(minio(), 'weak', JSON.stringify(weaker))) }
  const second = await space.run(['backup'], { env })
  expect(second.exitCode).toBe(0)
  expect(second.stdout + second.stderr).toMatch(/makes a full backup .*does not extend the lock/)
  const listed = (await space.run(['list', '--json'])).json.results
  expect(listed).toMatchObject([{ level: 0 }, { level: 0, parent: null }])
})
