import { writeFileSync } from 'node:fs'
import type { S3Client } from '@aws-sdk/client-s3'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeTree, makeOddTree, mutateTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { addUser, type UserEnvironment } from '../../services/minio-users.ts'
import { clientOf } from '../../services/s3.ts'
import type { Workspace } from '../workspace.ts'
import { type S3Options, s3Workspace, useMinio } from './bucket.ts'
import { publishedPolicy } from './published-policies.ts'

const minio = useMinio({ versioning: true })
const prefix = 'of/roles'
let users: Record<'backup' | 'drill' | 'cleanup', UserEnvironment>
let count = 0

beforeAll(async () => {
  const add = (role: keyof typeof users) =>
    addUser(minio(), role, publishedPolicy(role, minio().bucket, `${prefix}-*`))
  users = { backup: await add('backup'), drill: await add('drill'), cleanup: await add('cleanup') }
})

/** A workspace with a prefix that the policies cover, and commands that run as one role each, with a state of its own. */
async function prepare(options: S3Options = {}) {
  count += 1
  const space = await s3Workspace(minio(), { ...options, prefix: `${prefix}-${count}` })
  makeOddTree(space.source, { files: 40, seed: 3 })
  const as = async (role: keyof typeof users, ...args: string[]) => {
    const env = { ...users[role], HOLDFAST_STATE_DIR: space.path(`state-${role}`) }
    const ran = await space.run([...args, '--json'], { env })
    expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
    return ran.json
  }
  return { space, as, at: (key: string) => `${prefix}-${count}/${key}` }
}

async function clientAs(role: keyof typeof users) {
  return clientOf({ endpoint: minio().endpoint, environment: users[role] })
}

async function denied(attempt: Promise<unknown>): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ name: 'AccessDenied' })
}

async function versionsOf(client: S3Client, key: string) {
  const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3')
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket: minio().bucket, Prefix: key }),
  )
  return [...Versions, ...DeleteMarkers]
}

async function restoresTo(
  space: Workspace,
  as: Awaited<ReturnType<typeof prepare>>['as'],
  id: string,
  to: string,
) {
  const ran = await as('drill', 'restore', id, '--to', space.path(to), '--identity', space.identity, '--yes')
  return { ran, tree: describeTree(space.path(to)) }
}

describe('with exactly the rights of docs/roles.md', { timeout: 300_000 }, () => {
  test('each command works with its role', async () => {
    const { space, as } = await prepare({
      job: ['levels: {0: monthly, 1: otherwise}', 'retention: {keep-last: 1, require-proofs: 1}'],
    })
    const first = (await as('backup', 'backup')).results[0]
    mutateTree(space.source, { changes: 10, seed: 4 })
    const second = (await as('backup', 'backup')).results[0]
    expect(second).toMatchObject({ level: 1, parent: first.id })
    expect((await as('drill', 'list')).results).toHaveLength(2)
    for (const depth of ['exists', 'checksum', 'contents']) {
      await as('drill', 'verify', '--depth', depth, '--identity', space.identity)
    }
    await as('drill', 'drill', '--identity', space.identity)
    expect((await as('drill', 'status')).results).toMatchObject([{ stale: false }])
    // What this role read back it has recorded, and can tell.
    await as('drill', 'verify', '--sample', 'today/3', '--identity', space.identity)
    const [{ reread }] = (await as('drill', 'report')).results
    expect(reread.objects).toBeGreaterThan(6)
    expect(reread).toMatchObject({ readObjects: reread.objects, overdueObjects: 0, rotation: 3 })
    const { tree } = await restoresTo(space, as, second.id, 'out')
    expect(treeDifferences(tree, describeTree(space.source))).toEqual([])

    const third = (await as('backup', 'backup', '--level', '0')).results[0]
    await as('drill', 'drill', third.id, '--identity', space.identity)
    await as('backup', 'hold', first.id, '--reason', 'audit')
    expect((await as('cleanup', 'cleanup')).results[0].deleted.map(({ id }: { id: string }) => id)).toEqual([
      second.id,
    ])
    await as('cleanup', 'release', first.id)
    expect((await as('cleanup', 'cleanup')).results[0].deleted.map(({ id }: { id: string }) => id)).toEqual([
      first.id,
    ])
    expect((await as('cleanup', 'list')).results.map(({ id }) => id)).toEqual([third.id])
    // It may not read logs: nothing is known of what was read back, and that is no failure.
    const known = await as('cleanup', 'status')
    expect(known.results).toMatchObject([{ stale: false }])
    expect(known.results[0]).not.toHaveProperty('reread')
  })

  test('a thief of the backup role reads no data, deletes nothing, and what he writes over others does not count', async () => {
    const { space, as, at } = await prepare()
    const before = describeTree(space.source)
    const { id } = (await as('backup', 'backup')).results[0]
    const sha256 = (await as('drill', 'show', id)).results[0].manifestSha256
    const root = await clientOf(minio())
    const { sdk, client } = await clientAs('backup')
    const listing = await client.send(
      new sdk.ListObjectsV2Command({ Bucket: minio().bucket, Prefix: at('') }),
    )
    const keys = (listing.Contents ?? []).flatMap(({ Key }) => Key ?? [])
    const secret = keys.filter((key) => /\/(data|keys)\//.test(key))
    expect(secret.length).toBeGreaterThan(3)
    for (const Key of secret)
      await denied(client.send(new sdk.GetObjectCommand({ Bucket: minio().bucket, Key })))
    for (const Key of keys) {
      await denied(client.send(new sdk.DeleteObjectCommand({ Bucket: minio().bucket, Key })))
      for (const { VersionId } of await versionsOf(root.client, Key)) {
        await denied(client.send(new sdk.DeleteObjectCommand({ Bucket: minio().bucket, Key, VersionId })))
      }
    }
    const proof = { Bucket: minio().bucket, Key: at(`proofs/tree/${id}/x.json`), Body: '{}' }
    await denied(client.send(new sdk.PutObjectCommand(proof)))
    const overwritten = keys.filter((key) => !/\/leases\//.test(key))
    for (const Key of overwritten) {
      await client.send(new sdk.PutObjectCommand({ Bucket: minio().bucket, Key, Body: '{"forged": true}' }))
    }

    const told = await as('drill', 'list')
    expect(told.results).toMatchObject([{ id, complete: true }])
    expect(told.warnings).toMatchObject([
      { code: 'tampered', message: expect.stringContaining('overwritten') },
    ])
    expect((await as('drill', 'show', id)).results[0].manifestSha256).toBe(sha256)
    await as('drill', 'verify', '--depth', 'checksum', '--identity', space.identity)
    const { tree } = await restoresTo(space, as, id, 'out')
    expect(treeDifferences(tree, before)).toEqual([])
    expect((await as('backup', 'backup')).results[0]).toMatchObject({ parent: id })
  })

  test('deletion markers are seen through and told; cleanup takes every version', async () => {
    const { space, as, at } = await prepare({ job: ['retention: {keep-last: 1}'] })
    const { id } = (await as('backup', 'backup', '--level', '0')).results[0]
    const before = describeTree(space.source)
    const { sdk, client } = await clientOf(minio())
    const Key = at(`manifests/tree/${id}.json`)
    await client.send(new sdk.DeleteObjectCommand({ Bucket: minio().bucket, Key }))
    const told = await as('drill', 'list')
    expect(told.results).toMatchObject([{ id, complete: true }])
    expect(told.warnings).toMatchObject([{ code: 'tampered', message: expect.stringContaining('deleted') }])
    expect(treeDifferences((await restoresTo(space, as, id, 'out')).tree, before)).toEqual([])

    writeFileSync(space.path('source/new'), 'new')
    const newer = (await as('backup', 'backup', '--level', '0')).results[0]
    const cleaned = await as('cleanup', 'cleanup')
    expect(cleaned.results[0].deleted.map((each: { id: string }) => each.id)).toEqual([id])
    expect(await versionsOf(client, at(`manifests/tree/${id}`))).toEqual([])
    expect(await versionsOf(client, at(`data/tree/${id}`))).toEqual([])
    expect((await as('cleanup', 'list')).results).toMatchObject([{ id: newer.id }])
  })
})
