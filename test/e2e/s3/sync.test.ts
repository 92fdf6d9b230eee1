import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addUser, type UserEnvironment } from '../../services/minio-users.ts'
import { clientOf, type S3Service, startVersitygw } from '../../services/s3.ts'
import { workspace } from '../workspace.ts'
import { useMinio } from './bucket.ts'
import { publishedPolicy } from './published-policies.ts'

const minute = { timeout: 120_000 }

function bucketLines(name: string, service: S3Service, prefix: string, user?: UserEnvironment): string {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = user ?? service.environment
  return `${name}: {type: s3, bucket: ${service.bucket}, prefix: ${prefix}, endpoint: "${service.endpoint}", region: ${service.region}, path-style: true, access-key-id: ${id}, secret-access-key: ${secret}}`
}

describe('from a directory to versitygw', () => {
  let gateway: S3Service
  beforeAll(async () => {
    gateway = await startVersitygw()
  })
  afterAll(async () => gateway.stop())

  test('what a bucket lacks is copied there, and is proven there', minute, async () => {
    const space = await workspace()
    space.configure({
      destinations: [
        `disk: {type: filesystem, path: ${space.path('disk')}}`,
        bucketLines('bucket', gateway, 'of'),
      ],
      to: 'disk, bucket',
      job: ['levels: {0: monthly, 1: otherwise}'],
    })
    writeFileSync(space.path('source/a'), randomBytes(20_000_000))
    const run = async (...args: string[]) => {
      const ran = await space.run([...args, '--json'])
      expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
      return ran.json.results
    }
    const [full] = await run('backup', '--destination', 'disk')
    const [increment] = await run('backup', '--destination', 'disk')
    const [result] = await run('sync', '--destination', 'bucket')
    expect(result.copied.map(({ id }: { id: string }) => id)).toEqual([full.id, increment.id])
    expect((await run('sync'))[1]).toMatchObject({ destination: 'bucket', copied: [], healed: [] })
    rmSync(space.path('disk'), { recursive: true })
    const [drilled] = await run('drill', '--destination', 'bucket', '--identity', space.identity)
    expect(drilled).toMatchObject({ id: increment.id, destination: 'bucket', result: 'passed' })
    // And back: the disk is new.
    const [back] = await run('sync', '--from', 'bucket')
    expect(back).toMatchObject({ destination: 'disk', alongside: 4, failed: [] })
    expect((await run('list', '--destination', 'disk')).find(({ id }) => id === increment.id)).toMatchObject({
      proven: true,
    })
  })
})

describe('with the drill role at one bucket and the backup role at the other', () => {
  const minio = useMinio({ versioning: true })
  let users: Record<'backup' | 'drill', UserEnvironment>
  beforeAll(async () => {
    const add = (role: keyof typeof users) =>
      addUser(minio(), role, publishedPolicy(role, minio().bucket, role === 'drill' ? 'source' : 'target'))
    users = { backup: await add('backup'), drill: await add('drill') }
  })

  test('it copies and brings back what is missing; to replace anything is refused', minute, async () => {
    const space = await workspace()
    const as = (roles: boolean) =>
      space.configure({
        destinations: [
          bucketLines('source', minio(), 'source', roles ? users.drill : undefined),
          bucketLines('target', minio(), 'target', roles ? users.backup : undefined),
        ],
        to: 'source, target',
      })
    const run = (roles: boolean, ...args: string[]) => {
      as(roles)
      return space.run([...args, '--json'], { env: { HOLDFAST_STATE_DIR: space.path(`state-${roles}`) } })
    }
    writeFileSync(space.path('source/a'), randomBytes(300_000))
    const [{ id }] = (await run(false, 'backup', '--destination', 'source')).json.results
    const [proven] = (await run(false, 'drill', id, '--identity', space.identity)).json.results
    expect(proven.result).toBe('passed')
    const copied = await run(true, 'sync', '--destination', 'target')
    expect(copied.json.errors).toEqual([])
    // The backup role writes logs and no proofs: of the log of the run, that of the drill and the proof, two come along.
    expect(copied.json.results).toMatchObject([
      { destination: 'target', copied: [{ id, from: 'source' }], alongside: 2 },
    ])

    const { sdk, client } = await clientOf(minio())
    const Bucket = minio().bucket
    const destroy = async (Key: string) => {
      const { Versions = [] } = await client.send(new sdk.ListObjectVersionsCommand({ Bucket, Prefix: Key }))
      for (const { VersionId } of Versions)
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key, VersionId }))
    }
    const { Contents = [] } = await client.send(
      new sdk.ListObjectsV2Command({ Bucket, Prefix: `target/data/tree/${id}/` }),
    )
    const [first = '', second = ''] = Contents.flatMap(({ Key }) => Key ?? [])
    await destroy(first)
    await destroy(second)
    await client.send(
      new sdk.PutObjectCommand({ Bucket, Key: second, Body: 'damaged from the first version on' }),
    )
    const healed = await run(true, 'sync', '--destination', 'target', '--yes')
    expect(healed.json.results).toMatchObject([{ healed: [{ what: 'missing', how: 'created' }] }])
    expect({ exit: healed.exitCode, errors: healed.json.errors }).toMatchObject({
      exit: 3,
      errors: [{ code: 'store-unwritable', hint: expect.stringContaining('oldest one counts') }],
    })
    const root = await run(false, 'sync', '--destination', 'target', '--yes')
    expect(root.json.errors).toEqual([])
    expect(root.json.results).toMatchObject([
      { healed: [{ what: 'damaged', how: 'recreated' }], alongside: 1 },
    ])
    const verified = await run(false, 'verify', id, '--depth', 'checksum', '--destination', 'target')
    expect(verified.json.errors).toEqual([])
  })
})
