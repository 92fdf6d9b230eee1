import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encodeTombstone } from '../../../src/catalog/tombstones.ts'
import { addUser } from '../../services/minio-users.ts'
import { clientOf } from '../../services/s3.ts'
import { type Workspace, workspace } from '../workspace.ts'
import { useMinio } from './bucket.ts'
import { publishedPolicy } from './published-policies.ts'

const timeout = 300_000

const minio = useMinio({ lock: true })

/** A workspace with a disk and a prefix of the bucket, which keeps versions and can lock. */
async function diskAndBucket(
  prefix: string,
  options: { lock?: string; job?: string[] } = {},
): Promise<Workspace> {
  const space = await workspace()
  const { bucket, endpoint, region, environment } = minio()
  space.configure({
    destinations: [
      `disk: {type: filesystem, path: ${space.path('disk')}}`,
      'bucket:',
      '  type: s3',
      `  bucket: ${bucket}`,
      `  prefix: ${prefix}`,
      `  endpoint: "${endpoint}"`,
      `  region: ${region}`,
      '  path-style: true',
      ...(options.lock === undefined ? [] : [`  object-lock: ${options.lock}`]),
    ],
    to: 'disk, bucket',
    job: options.job ?? ['levels: {0: monthly, 1: otherwise}'],
  })
  writeFileSync(space.path('source/a'), randomBytes(300_000))
  return {
    ...space,
    run: (args, more = {}) => space.run(args, { ...more, env: { ...environment, ...more.env } }),
  }
}

async function results(space: Workspace, ...args: string[]) {
  const ran = await space.run([...args, '--json'])
  expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
  return ran.json.results
}

/** Each version of what lies under a prefix of the bucket. */
async function versionsUnder(prefix: string) {
  const { sdk, client } = await clientOf(minio())
  const listing = new sdk.ListObjectVersionsCommand({ Bucket: minio().bucket, Prefix: prefix })
  return (await client.send(listing)).Versions ?? []
}

async function destroy(prefix: string): Promise<void> {
  const { sdk, client } = await clientOf(minio())
  for (const { Key, VersionId } of await versionsUnder(prefix))
    await client.send(new sdk.DeleteObjectCommand({ Bucket: minio().bucket, Key, VersionId }))
}

async function put(key: string, body: Uint8Array): Promise<void> {
  const { sdk, client } = await clientOf(minio())
  await client.send(new sdk.PutObjectCommand({ Bucket: minio().bucket, Key: key, Body: body }))
}

test('what is copied to a bucket with Object Lock is locked, ancestors for as long as their children', {
  timeout,
}, async () => {
  const space = await diskAndBucket('locked', { lock: '{ mode: governance, for: 1h }' })
  const [full] = await results(space, 'backup', '--destination', 'disk')
  await results(space, 'sync', '--destination', 'bucket')
  writeFileSync(space.path('source/b'), randomBytes(1000))
  const [increment] = await results(space, 'backup', '--destination', 'disk')
  const [result] = await results(space, 'sync', '--destination', 'bucket')
  expect(result.copied.map(({ id }: { id: string }) => id)).toEqual([increment.id])
  const { sdk, client } = await clientOf(minio())
  const locks = async (id: string) => {
    const dates: number[] = []
    for (const branch of ['manifests', 'data', 'keys', 'state']) {
      for (const { Key = '' } of await versionsUnder(`locked/${branch}/`)) {
        if (!Key.includes(id)) continue
        const head = await client.send(new sdk.HeadObjectCommand({ Bucket: minio().bucket, Key }))
        dates.push(head.ObjectLockRetainUntilDate?.getTime() ?? 0)
      }
    }
    return dates
  }
  const [own, parents] = [await locks(increment.id), await locks(full.id)]
  expect(own.length).toBeGreaterThan(5)
  expect(Math.min(...own)).toBeGreaterThan(Date.now() + 50 * 60_000)
  expect(Math.min(...parents)).toBeGreaterThanOrEqual(Math.max(...own))
  const [drilled] = await results(space, 'drill', '--destination', 'bucket', '--identity', space.identity)
  expect(drilled).toMatchObject({ id: increment.id, result: 'passed' })
  // Nothing is sent twice.
  expect((await results(space, 'sync', '--destination', 'bucket'))[0]).toMatchObject({
    copied: [],
    healed: [],
  })
})

test('a run that cleanup gave up at a bucket with versions is brought back, by a role that may delete', {
  timeout,
}, async () => {
  const space = await diskAndBucket('buried')
  const [{ id }] = await results(space, 'backup')
  await destroy(`buried/manifests/tree/${id}`)
  await destroy(`buried/data/tree/${id}/`)
  await put(`buried/manifests/tree/${id}.json`, encodeTombstone(new Date()))
  const role = await addUser(minio(), 'burier', publishedPolicy('backup', minio().bucket, 'buried'))
  const refused = await space.run(['sync', '--destination', 'bucket', '--json'], { env: { ...role } })
  expect(refused.exitCode).not.toBe(0)
  expect(refused.json.errors).toMatchObject([
    {
      code: 'commit-conflict',
      message: expect.stringContaining('its tombstone cannot be deleted here'),
      hint: expect.stringContaining('a role that may delete there'),
    },
  ])
  const [result] = await results(space, 'sync', '--destination', 'bucket')
  expect(result.copied.map((each: { id: string }) => each.id)).toEqual([id])
  const listed = await results(space, 'list')
  expect(listed.filter((each: { complete: boolean }) => each.complete)).toHaveLength(2)
  const drilled = await results(space, 'drill', '--destination', 'bucket', '--identity', space.identity)
  expect(drilled).toMatchObject([{ id, result: 'passed' }])
  expect(await versionsUnder(`buried/manifests/tree/${id}`)).toHaveLength(1)
})

test('single objects that are too large for one piece are healed, at a disk and at a bucket with versions', {
  timeout,
}, async () => {
  const space = await diskAndBucket('large', {
    job: ['package: single', 'object-name: "large-{id}.bin"', 'levels: {0: otherwise}', 'compression: none'],
  })
  writeFileSync(space.path('source/a'), randomBytes(70 * 1024 * 1024))
  const [{ id }] = await results(space, 'backup')
  const looking = ['--depth', 'checksum']
  const key = `large-${id}.bin`
  const onDisk = `${space.path('disk')}/${key}`
  const whole = readFileSync(onDisk)
  expect(whole.length).toBeGreaterThan(64 * 1024 * 1024)
  const damaged = Buffer.from(whole)
  damaged[50_000_000] = (damaged[50_000_000] as number) ^ 1

  writeFileSync(onDisk, damaged)
  const disk = await results(space, 'sync', '--destination', 'disk', '--from', 'bucket', '--yes', ...looking)
  expect(disk).toMatchObject([{ healed: [{ key, what: 'damaged' }] }])
  expect(readFileSync(onDisk).equals(whole)).toBe(true)
  expect(readdirSync(space.path('disk')).filter((name) => name.endsWith('.bin'))).toEqual([key])

  await destroy(`large/${key}`)
  await put(`large/${key}`, damaged)
  const bucket = await results(space, 'sync', '--destination', 'bucket', '--yes', ...looking)
  expect(bucket).toMatchObject([{ healed: [{ key, what: 'damaged', how: 'recreated' }] }])
  const verified = await results(space, 'verify', id, '--depth', 'checksum', '--destination', 'bucket')
  expect(verified).toMatchObject([{ result: 'passed' }])
})
