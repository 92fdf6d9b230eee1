import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateKeys } from '../../../src/commands/keygen.ts'
import { clientOf } from '../../services/s3.ts'
import { expectError } from '../expect-error.ts'
import { s3Workspace, useMinio } from './bucket.ts'

const minio = useMinio({ lock: true })

/** Every version and marker under a prefix, as the store has them. */
async function versionsUnder(prefix: string): Promise<string[]> {
  const { sdk, client } = await clientOf(minio())
  const listing = await client.send(
    new sdk.ListObjectVersionsCommand({ Bucket: minio().bucket, Prefix: prefix }),
  )
  return [...(listing.Versions ?? []), ...(listing.DeleteMarkers ?? [])].map(({ Key = '' }) => Key)
}

test('on a bucket with versions old wraps and shredded ones leave no version behind', {
  timeout: 120_000,
}, async () => {
  const prefix = 'versioned-keys'
  const space = await s3Workspace(minio(), { prefix })
  writeFileSync(space.path('source/a'), 'content')
  const { id } = (await space.run(['backup', '--json'])).json.results[0]
  const next = await generateKeys(space.path('new'), new Date())
  const both = space.write('both.txt', `${space.read('keys/identity.txt')}${space.read('new/identity.txt')}`)
  const recipients = /recipients: \[[^\]]*\]/
  space.write(
    'holdfast.yml',
    space.read('holdfast.yml').replace(recipients, `recipients: [${next.recipient}]`),
  )
  // Somebody hides the wrap and writes another over it.
  const { sdk, client } = await clientOf(minio())
  const Key = `${prefix}/keys/tree/${id}/1.age`
  await client.send(new sdk.PutObjectCommand({ Bucket: minio().bucket, Key, Body: 'not a wrap' }))
  await client.send(new sdk.DeleteObjectCommand({ Bucket: minio().bucket, Key }))
  expect(await versionsUnder(`${prefix}/keys/`)).toHaveLength(3)

  const ran = await space.run(['rekey', '--drop-old', '--yes', '--json', '--identity', both])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results).toMatchObject([{ added: 1, proven: 1, dropped: 1 }])
  expect(await versionsUnder(`${prefix}/keys/`)).toEqual([`${prefix}/keys/tree/${id}/2.age`])
  const restored = await space.run([
    ...['restore', 'tree', '--to', space.path('out'), '--yes', '--json'],
    ...['--identity', space.path('new/identity.txt')],
  ])
  expect(restored.json.errors).toEqual([])

  expect((await space.run(['shred', id, '--yes', '--json'])).json.errors).toEqual([])
  expect(await versionsUnder(`${prefix}/keys/`)).toEqual([])
  expect(await versionsUnder(`${prefix}/state/`)).toEqual([])
})

test('what the store locks stays and is told, with the end of the lock', { timeout: 120_000 }, async () => {
  const prefix = 'locked-keys'
  const destination = ['object-lock: { mode: governance, for: 1h }']
  const space = await s3Workspace(minio(), { prefix, destination })
  writeFileSync(space.path('source/a'), 'content')
  const { id } = (await space.run(['backup', '--json'])).json.results[0]
  const next = await generateKeys(space.path('new'), new Date())
  const both = space.write('both.txt', `${space.read('keys/identity.txt')}${space.read('new/identity.txt')}`)
  const old = space.read('holdfast.yml')
  space.write('holdfast.yml', old.replace(/recipients: \[[^\]]*\]/, `recipients: [${next.recipient}]`))
  const ran = await space.run(['rekey', '--drop-old', '--yes', '--identity', both])
  expect(ran.exitCode).toBe(0)
  expect(ran.stdout + ran.stderr).toMatch(/1 old wrap.* locked at s3 until 20\d\d-/)
  const again = await space.run(['rekey', '--drop-old', '--yes', '--json', '--identity', both])
  expect(again.json.results).toMatchObject([{ added: 0, proven: 1, dropped: 0, locked: 1 }])

  const shredded = expectError(await space.run(['shred', id, '--yes', '--json']), 1, 'shred-incomplete')
  expect(shredded.message).toMatch(/locked until 20\d\d-/)
  // It is still a backup, and says so; but nobody adds a wrap to it any more.
  expect((await space.run(['list', '--json'])).json.results).toMatchObject([{ id, complete: true }])
  space.write('holdfast.yml', old)
  const rekeyed = await space.run(['rekey', '--json', '--identity', both])
  expect(rekeyed.json.results).toMatchObject([{ backups: 0, added: 0, shredded: 1 }])
})
