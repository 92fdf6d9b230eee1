// A pool with nested filesystems, a volume and an encrypted dataset; levels 0 to 4 over changed data, each restored.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysIn, makeSpace } from './space.ts'
import { finish, scratch, step } from './suite.ts'
import { deviceOf, fill, get, guidsOf, hashOf, mount, points, run, tree } from './tools.ts'

const volumeBytes = 8 * 1024 * 1024
const key = '/tmp/key'
const space = await makeSpace(scratch('space'))

/** What the datasets held when a level was made. */
interface Held {
  readonly id: string
  readonly data: string
  readonly nested: string
  readonly volume: string
  readonly secret: string
}
const held: Held[] = []

function unlock(dataset: string): void {
  if (get('keystatus', dataset) !== 'available') run('zfs', 'load-key', '-L', `file://${key}`, dataset)
  if (get('mounted', dataset) !== 'yes') run('zfs', 'mount', dataset)
}

function lock(dataset: string): void {
  run('zfs', 'unmount', dataset)
  run('zfs', 'unload-key', dataset)
}

async function change(level: number): Promise<Omit<Held, 'id'>> {
  fill('tank/data', `file-${level}`, 400_000)
  fill('tank/data', 'same', 100_000 + level)
  fill('tank/data/nested', `nested-${level}`, 200_000)
  writeFileSync(deviceOf('tank/data/vol'), randomBytes(512 * 1024), { flag: 'r+' })
  unlock('tank/data/secret')
  fill('tank/data/secret', `secret-${level}`, 300_000)
  run('sync')
  const secret = await tree('/tank/data/secret')
  lock('tank/data/secret')
  return {
    // Its children's mount points are directories of their own.
    data: await tree('/tank/data/nested').then(() => hashOf(`/tank/data/file-${level}`, 400_000)),
    nested: await tree('/tank/data/nested'),
    volume: hashOf(deviceOf('tank/data/vol'), volumeBytes),
    secret,
  }
}

await step('makes the pools', async () => {
  run('zpool', 'create', 'tank', '/dev/ubda')
  run('zpool', 'create', 'other', '/dev/ubdb')
  run('zfs', 'create', '-o', 'compression=lz4', '-o', 'holdfast.test:note=kept', 'tank/data')
  run('zfs', 'create', '-o', 'recordsize=16k', 'tank/data/nested')
  run('zfs', 'create', '-V', '8M', 'tank/data/vol')
  writeFileSync(key, 'a passphrase of tests')
  const encryption = [
    '-o',
    'encryption=aes-256-gcm',
    '-o',
    'keyformat=passphrase',
    '-o',
    `keylocation=file://${key}`,
  ]
  run('zfs', 'create', ...encryption, 'tank/data/secret')
  space.configure({ source: ['dataset: tank/data', 'recursive: true'] })
})

await step('backs up levels 0 to 4 over changed data, the encrypted dataset locked', async () => {
  for (let level = 0; level <= 4; level += 1) {
    const now = await change(level)
    assert.equal(get('keystatus', 'tank/data/secret'), 'unavailable')
    const { results } = await space.holdfast(['backup', '--level', String(level)])
    assert.equal(results[0].level, level)
    assert.equal(results[0].parent, held.at(-1)?.id ?? null)
    held.push({ ...now, id: results[0].id })
  }
})

await step(
  'leaves bookmarks of the levels that increments may build on, and neither snapshots nor holds',
  async () => {
    const left = points('tank/data')
    assert.deepEqual(
      left.filter((name) => name.includes('@')),
      [],
    )
    assert.equal(left.filter((name) => name.startsWith('tank/data#')).length, 5)
    assert.equal(left.length, 20)
  },
)

await step('keeps a stream for each dataset', async () => {
  const streams = new Set(keysIn(space, `data/tank/${held[0]?.id}/`).map((name) => name.split('/')[3]))
  for (const name of ['tank%2Fdata', 'tank%2Fdata%2Fnested', 'tank%2Fdata%2Fvol', 'tank%2Fdata%2Fsecret'])
    assert.ok(streams.has(name), `${name} in ${[...streams].join(' ')}`)
})

/** The encrypted dataset of a copy, opened for as long as it takes. */
async function secretOf(target: string): Promise<string> {
  assert.equal(get('keystatus', `${target}/secret`), 'unavailable')
  assert.equal(get('encryptionroot', `${target}/secret`), `${target}/secret`)
  unlock(`${target}/secret`)
  const found = await tree(get('mountpoint', `${target}/secret`))
  lock(`${target}/secret`)
  return found
}

// Level 1 comes as a chain of two; those above it go on with the same copy, whose levels are known by their guids.
for (const [level, target] of [
  'other/full',
  'other/copy',
  'other/copy',
  'other/copy',
  'other/copy',
].entries()) {
  await step(`restores level ${level} byte for byte and by guid`, async () => {
    const then = held[level]
    assert.ok(then)
    const { results, warnings } = await space.holdfast(['restore', then.id, '--to', target, '--yes'])
    assert.equal(results[0].chain.length, level + 1)
    assert.ok(
      warnings.some(({ code }) => code === 'key-needed'),
      JSON.stringify(warnings),
    )
    const order = ['-s', 'createtxg', '-r']
    const bookmarks = run('zfs', 'list', '-Hp', '-t', 'bookmark', '-o', 'guid', ...order, 'tank/data')
    for (const below of ['', '/nested', '/vol', '/secret']) {
      const guids = guidsOf(`${target}${below}`)
      assert.equal(guids.length, level + 1)
      for (const guid of guids) assert.ok(bookmarks.includes(guid))
      assert.equal(get('readonly', `${target}${below}`), 'on')
    }
    assert.equal(get('canmount', target), 'noauto')
    assert.equal(get('holdfast.test:note', target), 'kept')
    assert.equal(hashOf(join(mount(target), `file-${level}`), 400_000), then.data)
    assert.equal(await tree(mount(`${target}/nested`)), then.nested)
    assert.equal(get('recordsize', `${target}/nested`), '16384')
    assert.equal(hashOf(deviceOf(`${target}/vol`), volumeBytes), then.volume)
    assert.equal(await secretOf(target), then.secret)
    for (const dataset of [`${target}/nested`, target]) run('zfs', 'unmount', dataset)
  })
}

await step('restores one dataset of them alone', async () => {
  await space.holdfast(['restore', held[2]?.id ?? '', '--include', 'nested', '--to', 'other/alone', '--yes'])
  assert.equal(await tree(mount('other/alone')), held[2]?.nested)
})

await step('refuses a dataset that is there, and goes on with one that has the first levels', async () => {
  run('zfs', 'create', 'other/taken')
  const refused = await space.holdfast(
    ['restore', 'tank', '--include', 'nested', '--to', 'other/taken', '--yes'],
    7,
  )
  assert.equal(refused.errors[0]?.code, 'target-not-empty')
  const again = ['restore', held[4]?.id ?? '', '--include', 'nested', '--to', 'other/alone', '--yes']
  run('zfs', 'unmount', 'other/alone')
  const { results } = await space.holdfast(again)
  const all = await space.holdfast(['show', held[4]?.id ?? ''])
  assert.ok(results[0].bytes < all.results[0].sourceBytes * 5)
  assert.equal(run('zfs', 'list', '-H', '-t', 'snapshot', '-o', 'name', 'other/alone').split('\n').length, 5)
  assert.equal(await tree(mount('other/alone')), held[4]?.nested)
})

await step(
  'drills the whole chain in a pool on a file; raw without its key is received, no proof',
  async () => {
    const { results } = await space.holdfast(['drill', 'tank'])
    assert.equal(results[0].result, 'passed')
    assert.equal(results[0].evidence, 'received')
    const names = results[0].checks.map(({ name }: { name: string }) => name)
    assert.deepEqual(names, ['snapshots', 'properties', 'scrub', 'files'])
    assert.deepEqual(run('zpool', 'list', '-H', '-o', 'name').split('\n').sort(), ['other', 'tank'])
    const listed = await space.holdfast(['list'])
    assert.equal(
      listed.results.some(({ proven }) => proven),
      false,
    )
  },
)

await step('a base that was destroyed behind its back gives way to the one before it', async () => {
  const bookmarks = run(
    'zfs',
    'list',
    '-H',
    '-t',
    'bookmark',
    '-o',
    'name',
    '-s',
    'createtxg',
    '-d',
    '1',
    'tank/data',
  )
  for (const name of bookmarks.split('\n').slice(-2)) run('zfs', 'destroy', name)
  const { results } = await space.holdfast(['backup', '--level', '5'])
  assert.equal(results[0].level, 5)
  assert.equal(results[0].parent, held[2]?.id)
  await space.holdfast(['restore', results[0].id, '--include', 'nested', '--to', 'other/older', '--yes'])
  assert.equal(await tree(mount('other/older')), held[4]?.nested)
})

await step('without any base left it is a full one, and says why', async () => {
  for (const name of points('tank/data')) run('zfs', 'destroy', name)
  const { results, warnings } = await space.holdfast(['backup', '--level', '6'])
  assert.equal(results[0].level, 0)
  assert.match(JSON.stringify([warnings, results[0].warnings]), /nor a bookmark of it is there any more/)
})

await step('a base of one dataset that was destroyed sends that dataset in full', async () => {
  for (const name of points('tank/data/nested')) run('zfs', 'destroy', name)
  const { results, warnings } = await space.holdfast(['backup', '--level', '1'])
  assert.equal(results[0].level, 1)
  assert.match(JSON.stringify([warnings, results[0].warnings]), /dataset-full/)
  await space.holdfast(['restore', results[0].id, '--to', 'other/mixed', '--yes'])
  assert.equal(await tree(mount('other/mixed/nested')), await tree('/tank/data/nested'))
})

finish()
