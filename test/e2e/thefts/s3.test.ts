import { beforeAll, describe, expect, test } from 'vitest'
import { describeTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { addUser, type UserEnvironment } from '../../services/minio-users.ts'
import { clientOf } from '../../services/s3.ts'
import { useMinio } from '../s3/bucket.ts'
import { type PublishedRole, publishedPolicy } from '../s3/published-policies.ts'
import { answerOf, publishedThefts } from './published-thefts.ts'
import { theftPlace, theftPrefix, versionsUnder } from './s3-place.ts'

const minio = useMinio({ lock: true })
let users: Record<PublishedRole, UserEnvironment>

beforeAll(async () => {
  const add = (role: PublishedRole) =>
    addUser(minio(), `theft-${role}`, publishedPolicy(role, minio().bucket, theftPrefix))
  users = { backup: await add('backup'), drill: await add('drill'), cleanup: await add('cleanup') }
})

/** A backup that was drilled at both places of the bucket, what lies there, and the SDK with the keys of a role. */
async function robbed(role: PublishedRole, job: readonly string[] = []) {
  const place = await theftPlace(minio(), users, job)
  const { space, ranAs, roots } = place
  const as = async (which: PublishedRole, ...args: string[]) => {
    const ran = await ranAs(which, ...args)
    expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
    return ran.json
  }
  const { id } = (await as('backup', 'backup')).results[0] as { id: string }
  for (const name of ['locked', 'plain'])
    await as('drill', 'drill', '--destination', name, '--identity', space.identity)
  const looked = await as(role, 'doctor', '--role', role, '--destination', 'locked')
  const findings = looked.results.flatMap(
    (group) => group.findings as { severity: string; message: string }[],
  )
  expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([])
  expect(findings.map(({ message }) => message).join('\n')).toMatch(/^may lock /m)
  const before = describeTree(space.source)
  const Bucket = minio().bucket
  const stolen = await clientOf({ endpoint: minio().endpoint, environment: users[role] })
  const under = async (root: keyof typeof roots, branches = /^/) =>
    (await versionsUnder(minio(), roots[root])).filter(({ Key }) =>
      branches.test(Key.slice(roots[root].length + 1)),
    )
  const restores = async (destination: string, which = id) => {
    const to = space.path(`out-${destination}`)
    const args = ['restore', which, '--to', to, '--destination', destination]
    await as('drill', ...args, '--identity', space.identity, '--yes')
    expect(treeDifferences(describeTree(to), before)).toEqual([])
  }
  return { ...place, as, id, Bucket, ...stolen, under, restores }
}

const forged = '{"forged": true}'
const soon = () => new Date(Date.now() + 60_000)

describe('thefts from a bucket with versions and locks', { timeout: 600_000 }, () => {
  test('with the keys of the backup role nothing is read, replaced or deleted, and what is added does not count', async () => {
    const { sdk, client, Bucket, under, roots, id, as, stolen, restores, space, ranAs } =
      await robbed('backup')
    const all = await under('locked')
    const get = (branch: RegExp) => async () =>
      answerOf(
        (await under('locked', branch)).map(
          (at) => () => client.send(new sdk.GetObjectCommand({ Bucket, Key: at.Key })),
        ),
      )
    const data = await under('locked', /^data\//)
    const manifests = await under('locked', /^manifests\//)
    const shorten = async (root: 'locked' | 'governed') =>
      answerOf(
        (await under(root, /^manifests\//)).map(
          (at) => () =>
            client.send(
              new sdk.PutObjectRetentionCommand({
                Bucket,
                Key: at.Key,
                VersionId: at.VersionId,
                Retention: { Mode: root === 'locked' ? 'COMPLIANCE' : 'GOVERNANCE', RetainUntilDate: soon() },
                BypassGovernanceRetention: true,
              }),
            ),
        ),
      )
    const shortened = { compliance: await shorten('locked'), governance: await shorten('governed') }
    const acted = {
      'reads data': await get(/^data\//)(),
      'reads wrapped keys': await get(/^keys\//)(),
      'deletes objects': await answerOf(
        all.map(
          ({ Key }) =>
            () =>
              client.send(new sdk.DeleteObjectCommand({ Bucket, Key })),
        ),
      ),
      'deletes versions': await answerOf(
        all.map(
          ({ Key, VersionId }) =>
            () =>
              client.send(new sdk.DeleteObjectCommand({ Bucket, Key, VersionId })),
        ),
      ),
      'writes over what is there': await answerOf(
        [...manifests, ...data].map(
          ({ Key }) =>
            () =>
              client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: forged })),
        ),
      ),
      'adds a proof': await answerOf([
        () =>
          client.send(
            new sdk.PutObjectCommand({
              Bucket,
              Key: `${roots.locked}/proofs/tree/${id}/20270101T000000.000Z.json`,
              Body: forged,
            }),
          ),
      ]),
      'adds a backup signed by himself': await answerOf([
        async () => expect((await stolen('backup', 'backup', '--level', '0')).json.errors).toEqual([]),
      ]),
      'shortens a compliance lock': shortened.compliance,
      'shortens a governance lock': shortened.governance,
      'turns versions off': await answerOf([
        () =>
          client.send(
            new sdk.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }),
          ),
      ]),
      'lets everything expire': await answerOf([
        () =>
          client.send(
            new sdk.PutBucketLifecycleConfigurationCommand({
              Bucket,
              LifecycleConfiguration: {
                Rules: [{ ID: 'x', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } }],
              },
            }),
          ),
      ]),
    }
    expect(acted).toEqual(publishedThefts('backup', 'S3'))

    const told = await as('drill', 'list', '--destination', 'locked')
    expect(told.results.find((each) => each.id === id)).toMatchObject({
      complete: true,
      signed: true,
    })
    const others = told.results.filter((each) => each.id !== id)
    expect(others).toMatchObject([{ signed: false }])
    expect(told.warnings).toMatchObject([{ code: 'tampered' }])
    await as(
      'drill',
      'verify',
      id,
      '--depth',
      'checksum',
      '--destination',
      'locked',
      '--identity',
      space.identity,
    )
    await restores('locked')
    const forgedOne = await ranAs(
      'drill',
      'restore',
      others[0]?.id,
      '--to',
      space.path('no'),
      '--identity',
      space.identity,
      '--yes',
    )
    expect(forgedOne.json.errors).toMatchObject([{ code: 'signature-untrusted' }])
    expect((await as('backup', 'backup')).results[0]).toMatchObject({ parent: id })
  })

  test('with the keys of the drill role nothing changes but proofs, which do not verify', async () => {
    const robbery = await robbed('drill', ['retention: {keep-last: 1, require-proofs: 1}'])
    const { sdk, client, Bucket, under, roots, id, as, stolen, restores, space } = robbery
    const put = (Key: string) => () => client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: forged }))
    const all = await under('plain')
    const newer = (await as('backup', 'backup', '--level', '0')).results[0]
    const acted = {
      'deletes objects': await answerOf(
        all.flatMap(({ Key, VersionId }) => [
          () => client.send(new sdk.DeleteObjectCommand({ Bucket, Key })),
          () => client.send(new sdk.DeleteObjectCommand({ Bucket, Key, VersionId })),
        ]),
      ),
      'writes over backups': await answerOf(
        (await under('plain', /^(manifests|data|keys|state|holdfast|RESTORE)/)).map(({ Key }) => put(Key)),
      ),
      'adds to backups': await answerOf(
        ['manifests/tree/x.json', `data/tree/${id}/x`, `keys/tree/${id}/9.age`, `holds/tree/${id}.json`].map(
          (key) => put(`${roots.plain}/${key}`),
        ),
      ),
      'adds a proof signed by himself': await answerOf([
        async () => {
          const ran = await stolen(
            'drill',
            'drill',
            newer.id,
            '--destination',
            'plain',
            '--identity',
            space.identity,
          )
          expect(ran.json.errors).toEqual([])
        },
      ]),
      'writes over a proof': await answerOf(
        (await under('plain', /^proofs\/tree\//)).map(({ Key }) => put(Key)),
      ),
    }
    expect(acted).toEqual(publishedThefts('drill', 'S3'))

    const listed = (await as('drill', 'list', '--destination', 'plain')).results
    expect(listed.map((each) => [each.id, each.proven])).toEqual([
      [id, true],
      [newer.id, false],
    ])
    const cleaned = await as('cleanup', 'cleanup', '--destination', 'plain')
    expect(cleaned.results[0].deleted).toEqual([])
    await restores('plain')
  })

  test('with the keys of the cleanup role what is locked stays, and what goes is told and comes back', async () => {
    const job = ['retention: {keep-last: 1, require-proofs: 1}', 'every: 24h']
    const { sdk, client, Bucket, under, roots, id, as, restores, ranAs } = await robbed('cleanup', job)
    const remove =
      (more: { BypassGovernanceRetention?: boolean } = {}) =>
      (at: { Key: string; VersionId: string }) =>
      () =>
        client.send(new sdk.DeleteObjectCommand({ Bucket, Key: at.Key, VersionId: at.VersionId, ...more }))
    const put = (Key: string) => () => client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: forged }))
    // What is tried to find out whether a store creates is never locked.
    const lockedOnes = await under('locked', /^(?!leases|holds|proofs\/_probe)/)
    const governed = await under('governed', /^(?!leases|holds|logs|proofs\/_probe)/)
    const acted: Record<string, string> = {
      'reads data and keys': await answerOf(
        (await under('plain', /^(data|keys)\//)).map(
          ({ Key }) =>
            () =>
              client.send(new sdk.GetObjectCommand({ Bucket, Key })),
        ),
      ),
      'adds a proof or data': await answerOf(
        [`proofs/tree/${id}/20270101T000000.000Z.json`, `data/tree/${id}/x`].map((key) =>
          put(`${roots.plain}/${key}`),
        ),
      ),
      'writes over data': await answerOf((await under('plain', /^data\//)).map(({ Key }) => put(Key))),
      'deletes locked versions': await answerOf([...lockedOnes, ...governed].map(remove())),
      'lifts a compliance lock': await answerOf(lockedOnes.map(remove({ BypassGovernanceRetention: true }))),
      'lifts a governance lock': await answerOf([
        ...governed.map(remove({ BypassGovernanceRetention: true })),
        ...governed.map(
          ({ Key, VersionId }) =>
            () =>
              client.send(
                new sdk.PutObjectRetentionCommand({
                  Bucket,
                  Key,
                  VersionId,
                  Retention: { Mode: 'GOVERNANCE', RetainUntilDate: soon() },
                  BypassGovernanceRetention: true,
                }),
              ),
        ),
      ]),
      'hides everything by deletion markers': await answerOf(
        lockedOnes.map(
          ({ Key }) =>
            () =>
              client.send(new sdk.DeleteObjectCommand({ Bucket, Key })),
        ),
      ),
    }
    const told = await as('drill', 'list', '--destination', 'locked')
    expect(told.results).toMatchObject([{ id, complete: true, signed: true, proven: true }])
    expect(told.warnings).toMatchObject([{ code: 'tampered', message: expect.stringContaining('deleted') }])
    await restores('locked')

    const newer = (await as('backup', 'backup', '--level', '0')).results[0]
    acted['deletes every proof that is not locked'] = await answerOf(
      (await under('plain', /^proofs\//)).map(remove()),
    )
    const cleaned = await as('cleanup', 'cleanup', '--destination', 'plain')
    expect(cleaned.results[0].deleted).toEqual([])

    acted['deletes everything that is not locked'] = await answerOf((await under('plain')).map(remove()))
    expect(acted).toEqual(publishedThefts('cleanup', 'S3'))
    const status = await ranAs('drill', 'status')
    const states = status.json.results.map(({ destination, state }) => [destination, state])
    expect([status.exitCode, states]).toEqual([
      4,
      [
        ['locked', 'ok'],
        ['governed', 'ok'],
        ['plain', 'missing'],
        ['copy', 'ok'],
      ],
    ])
    const synced = await as('backup', 'sync', '--from', 'copy', '--destination', 'plain')
    expect(synced.results).toMatchObject([{ destination: 'plain', status: 'success' }])
    await restores('plain', newer.id)
  })
})
