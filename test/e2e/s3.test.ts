import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeTree } from '../fixtures/odd-tree.ts'
import { has } from '../services/program.ts'
import { clientOf, type S3Service, startVersitygw } from '../services/s3.ts'
import { type Workspace, workspace } from './workspace.ts'

describe.skipIf(!has('versitygw'))('S3 on the command line', () => {
  let service: S3Service
  let prefixes = 0

  beforeAll(async () => {
    service = await startVersitygw()
  })

  afterAll(() => service?.stop())

  /** A workspace without any configuration, and a place of its own in the bucket. */
  async function bare(): Promise<
    Workspace & { readonly place: string; readonly env: Record<string, string> }
  > {
    const space = await workspace()
    rmSync(space.path('holdfast.yml'))
    const place = `s3://${service.bucket}/p${++prefixes}/deep?endpoint=${service.endpoint}&path-style=true&region=${service.region}`
    return { ...space, place, env: { ...service.environment } }
  }

  test('backs up, lists, restores and cleans up with a place and an identity alone', {
    timeout: 120_000,
  }, async () => {
    const { place, env, ...space } = await bare()
    const name = space.source.split('/').at(-1) ?? ''
    space.write('source/file', 'first')
    const to = ['--destination', place]
    const recipient = ['--recipient', space.keys.recipient]
    const backup = await space.run(['backup', space.source, ...to, ...recipient, '--json'], { env })
    expect([backup.exitCode, backup.json.errors]).toEqual([0, []])
    expect(backup.json.results[0]).toMatchObject({ job: name, level: 0 })
    const list = await space.run(['list', ...to, '--json'], { env })
    expect(list.json.results).toMatchObject([{ job: name, complete: true }])

    // Another machine, which has never seen this repository.
    const fresh = { ...env, HOLDFAST_STATE_DIR: space.path('another-state') }
    const identity = ['--identity', space.identity, '--yes', '--json']
    const restored = await space.run(['restore', place, '--to', space.path('back'), ...identity], {
      env: fresh,
    })
    expect([restored.exitCode, restored.json.errors]).toEqual([0, []])
    expect(describeTree(space.path('back'))).toEqual(describeTree(space.source))
    const byJob = await space.run(['restore', name, ...to, '--to', space.path('again'), ...identity], {
      env: fresh,
    })
    expect(byJob.exitCode).toBe(0)
    const verified = await space.run(['drill', name, ...to, ...identity], { env: fresh })
    expect([verified.exitCode, verified.json.results[0]?.result]).toEqual([0, 'passed'])
  })

  test('a place with several jobs says which there are', { timeout: 60_000 }, async () => {
    const { place, env, ...space } = await bare()
    space.write('source/file', 'x')
    const args = ['--destination', place, '--recipient', space.keys.recipient, '--quiet']
    for (const job of ['one', 'two']) await space.run(['backup', `${job}=${space.source}`, ...args], { env })
    const identity = ['--identity', space.identity, '--yes', '--json']
    const restore = (...more: string[]) =>
      space.run(['restore', ...more, '--to', space.path('back'), ...identity], { env })
    const several = await restore(place)
    expect([several.exitCode, several.json.errors[0]?.code]).toEqual([2, 'usage'])
    expect(several.json.errors[0]?.message).toContain('one, two')
    const twice = await restore(place, '--destination', place)
    expect([twice.exitCode, twice.json.errors[0]?.code]).toEqual([2, 'usage'])
    const named = await restore('two', '--destination', place)
    expect(named.json.results).toMatchObject([{ job: 'two' }])
    const nothing = await restore(place.replace(/p\d+/, 'nothing-here'))
    expect([nothing.exitCode, nothing.json.errors[0]?.code]).toEqual([1, 'repository-missing'])
  })

  test('a directory serves as a place, too', { timeout: 60_000 }, async () => {
    const space = await workspace()
    space.write('source/file', 'x')
    await space.run(['backup', '--quiet'])
    rmSync(space.path('holdfast.yml'))
    const args = ['--to', space.path('back'), '--identity', space.identity, '--yes', '--json']
    const restored = await space.run(['restore', space.repository, ...args])
    expect([restored.exitCode, restored.json.errors]).toEqual([0, []])
    expect(describeTree(space.path('back'))).toEqual(describeTree(space.source))
    const thawed = await space.run(['restore', space.repository, '--thaw', ...args, '--overwrite'])
    expect([thawed.exitCode, thawed.json.errors[0]?.code]).toEqual([1, 'store-unsupported'])
  })

  test('settings and keys of the configuration, with increments, one object and leases', {
    timeout: 120_000,
  }, async () => {
    const space = await workspace()
    space.configure({
      destinations: [
        'offsite:',
        '  type: s3',
        `  bucket: ${service.bucket}`,
        '  prefix: configured',
        `  endpoint: ${service.endpoint}`,
        `  region: ${service.region}`,
        '  path-style: true',
        '  storage-class: STANDARD_IA',
        `  access-key-id: ${service.accessKeyId}`,
        '  secret-access-key: "${S3_SECRET}"',
      ],
      to: 'offsite',
      job: ['retention: {keep-last: 1}'],
    })
    writeFileSync(space.path('.env'), `S3_SECRET=${service.secretAccessKey}\n`)
    space.write('source/file', 'first')
    expect((await space.run(['backup', '--json'])).exitCode).toBe(0)
    space.write('source/second', 'more')
    const second = await space.run(['backup', '--json'])
    expect(second.json.results[0]).toMatchObject({ level: 1 })
    const doctor = await space.run(['doctor', '--json'])
    expect(doctor.exitCode).toBe(0)
    expect(JSON.stringify(doctor.json.results)).toContain('compare-and-swap')
    const cleanup = await space.run(['cleanup', '--json'])
    expect([cleanup.exitCode, cleanup.json.errors]).toEqual([0, []])
    const restored = await space.run([
      'restore',
      'tree',
      '--to',
      space.path('back'),
      '--identity',
      space.identity,
      '--yes',
    ])
    expect(restored.exitCode).toBe(0)
    expect(describeTree(space.path('back'))).toEqual(describeTree(space.source))
    for (const result of [second, doctor, cleanup, restored]) {
      expect(result.stdout + result.stderr).not.toContain(service.secretAccessKey)
    }
    const { sdk, client } = await clientOf(service)
    const list = new sdk.ListObjectsV2Command({ Bucket: service.bucket, Prefix: 'configured/leases/' })
    const leases = (await client.send(list)).Contents?.map(({ Key }) => Key)
    expect(leases).toContain('configured/leases/job~tree.json')
  })

  test('package: single arrives as one object', { timeout: 60_000 }, async () => {
    const space = await workspace()
    space.configure({
      destinations: [
        `offsite: {type: s3, bucket: ${service.bucket}, prefix: single, endpoint: "${service.endpoint}"}`,
      ],
      to: 'offsite',
      job: ['package: single', 'object-name: "{job}_{time:YYYY}.tar.zst.age"', 'checksum-file: true'],
    })
    space.write('source/file', Buffer.alloc(3_000_000, 'some text that repeats itself '))
    const env = { ...service.environment }
    const backup = await space.run(['backup', '--json'], { env })
    expect([backup.exitCode, backup.json.errors]).toEqual([0, []])
    const args = ['--to', space.path('back'), '--identity', space.identity, '--yes', '--thaw']
    expect((await space.run(['restore', 'tree', ...args], { env })).exitCode).toBe(0)
    expect(describeTree(space.path('back'))).toEqual(describeTree(space.source))
    const again = await space.run(['backup', '--json'], { env })
    expect([again.exitCode, again.json.errors[0]?.code]).toEqual([1, 'store-condition-failed'])
  })
})
