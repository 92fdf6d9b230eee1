import { writeFileSync } from 'node:fs'
import { generateKeys } from '../../../src/commands/keygen.ts'
import { makeOddTree } from '../../fixtures/odd-tree.ts'
import type { UserEnvironment } from '../../services/minio-users.ts'
import { clientOf, type S3Service } from '../../services/s3.ts'
import type { PublishedRole } from '../s3/published-policies.ts'
import { workspace } from '../workspace.ts'

let count = 0

/** All of these lie under one prefix of the policies. */
export const theftPrefix = 'thefts/*'

/**
 * One job to three places of a versioned bucket, two of them locked, and to a directory: signed, and run with the keys of
 * one role each.
 */
export async function theftPlace(
  service: S3Service,
  users: Readonly<Record<PublishedRole, UserEnvironment>>,
  job: readonly string[] = [],
) {
  count += 1
  const space = await workspace()
  makeOddTree(space.source, { files: 30, seed: 5 })
  await generateKeys(space.path('thief'), new Date())
  const roots = {
    locked: `thefts/locked-${count}`,
    governed: `thefts/governed-${count}`,
    plain: `thefts/plain-${count}`,
  }
  const bucket = `type: s3, bucket: ${service.bucket}, region: ${service.region}, endpoint: "${service.endpoint}", path-style: true`
  const options = {
    destinations: [
      `locked: {${bucket}, prefix: ${roots.locked}, object-lock: {mode: compliance, for: 1d}}`,
      `governed: {${bucket}, prefix: ${roots.governed}, object-lock: {mode: governance, for: 1d}}`,
      `plain: {${bucket}, prefix: ${roots.plain}}`,
      `copy: {type: filesystem, path: ${space.repository}}`,
    ],
    to: 'locked, governed, plain, copy',
    job,
  }
  const signing = (...trust: string[]) => [
    'signing:',
    '  key: "${SIGNING_KEY:-}"',
    ...(trust.length > 0 ? [`  trust: [${trust.map((key) => `"${key}"`).join(', ')}]`] : []),
  ]
  // A thief trusts himself.
  space.configure({ ...options, top: signing() })
  writeFileSync(space.path('thief.yml'), space.read('holdfast.yml'))
  space.configure({ ...options, top: signing(space.keys.backupSigning, space.keys.drillSigning) })

  const ranAs = (role: PublishedRole, ...args: string[]) =>
    space.run([...args, '--json'], {
      env: {
        ...users[role],
        HOLDFAST_STATE_DIR: space.path(`state-${role}`),
        SIGNING_KEY: role === 'cleanup' ? '' : space.read(`keys/${role}-signing.key`),
      },
    })
  /** The thief runs Holdfast himself, with the store's keys of a role and with signing keys of his own. */
  const stolen = (role: PublishedRole, ...args: string[]) =>
    space.run([...args, '--json', '--config', space.path('thief.yml')], {
      env: {
        ...users[role],
        HOLDFAST_STATE_DIR: space.path('state-thief'),
        SIGNING_KEY: space.read(`thief/${role}-signing.key`),
      },
    })
  return { space, roots, ranAs, stolen }
}

/** Every version and marker under a prefix, the newest first, as the owner sees them. */
export async function versionsUnder(service: S3Service, prefix: string) {
  const { sdk, client } = await clientOf(service)
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new sdk.ListObjectVersionsCommand({ Bucket: service.bucket, Prefix: `${prefix}/` }),
  )
  const all = [...Versions, ...DeleteMarkers.map((marker) => ({ ...marker, Size: undefined }))]
  return all.map(({ Key = '', VersionId = '', Size }) => ({ Key, VersionId, isMarker: Size === undefined }))
}
