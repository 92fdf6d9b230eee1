// What zrb's own tests on a virtual machine do, step by step, with the configuration that `init --from zrb` makes of zrb's.
import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCountedS3 } from './counted-s3.ts'
import { makeHome } from './home.ts'
import { journaled, journals } from './journals.ts'
import { finish, scratch, step } from './suite.ts'
import { fill, get, guidsOf, holdsOf, mount, points, run, tree, until } from './tools.ts'
import { runsTheExample } from './zrb-example.ts'
import { adoptsWhatZrbLeft } from './zrb-left.ts'

const root = scratch('zrb')
const home = makeHome(root)
const snapshots = (dataset = 'tank/home') => points(dataset).filter((name) => name.includes('@'))
run('zpool', 'create', 'tank', '/dev/ubda')
run('zpool', 'create', 'other', '/dev/ubdb')
const s3 = await startCountedS3('/other')
Object.assign(home.env, s3.service.environment)

/** What the dataset held when a level was made: one hash over all its files. */
const held: { readonly id: string; readonly files: string }[] = []
let recipient = ''

await step('genkey', async () => {
  const { results } = await home.holdfast(['genkey', '--out', 'keys'])
  ;({ recipient } = results[0])
  assert.match(recipient, /^age1[a-z0-9]+$/)
  assert.match(readFileSync(join(root, 'keys', 'identity.txt'), 'utf8'), /AGE-SECRET-KEY-1/)
})

await step("prepare: data, and the configuration that zrb's own becomes", async () => {
  run('zfs', 'create', 'tank/home')
  fill('tank/home', 'test-binary.bin', 3 * 1024 * 1024)
  mkdirSync('/tank/home/test-dir')
  writeFileSync('/tank/home/test-dir/hello.txt', 'hello\n')
  for (const number of [1, 2]) writeFileSync(`/tank/home/test-file-${number}.txt`, `file${number}\n`)
  writeFileSync(
    join(root, 'config.yaml'),
    `base_dir: ${root}/base
age_public_key: ${recipient}
s3:
  enabled: true
  bucket: ${s3.service.bucket}
  region: ${s3.service.region}
  prefix: zfs-backups/
  endpoint: ${s3.proxy.endpoint}
  storage_class: {manifest: STANDARD, backup_data: [STANDARD, STANDARD]}
  retry: {max_attempts: 8}
tasks:
  - {name: Home, description: everybody, pool: tank, dataset: home, enabled: true}
  - {name: Vault, description: locked, pool: tank, dataset: vault, enabled: false}
`,
  )
  const { results } = await home.holdfast(['init', '--from', 'zrb', '--source', 'config.yaml'])
  assert.deepEqual(results[0].jobs, ['home'])
})

await step('snapshot', async () => {
  const { results } = await home.holdfast(['snapshot', 'home'])
  assert.deepEqual(results[0].snapshots, snapshots())
  run('zfs', 'destroy', results[0].snapshots[0])
})

for (let level = 0; level <= 4; level += 1) {
  await step(`level ${level}`, async () => {
    if (level > 0) appendFileSync('/tank/home/test-file-1.txt', `modified-${level}\n`)
    if (level > 0) fill('tank/home', `new-${level}`, 100_000)
    run('zpool', 'sync', 'tank')
    const files = await tree('/tank/home')
    s3.takePuts()
    const { results } = await home.holdfast(['backup', 'home', '--level', String(level)])
    assert.equal(results[0].level, level)
    assert.equal(results[0].parent, held.at(-1)?.id ?? null)
    assert.ok(s3.takePuts().length > 0)
    held.push({ id: results[0].id, files })
    // A bookmark for each level that a later one may build on; neither snapshots nor holds.
    assert.deepEqual(snapshots(), [])
    assert.equal(points('tank/home').length, level + 1)
  })
}

await step('list', async () => {
  const { results } = await home.holdfast(['list', 'home'])
  assert.deepEqual(
    results.map(({ id, level, complete }) => [id, level, complete]).sort(),
    held.map(({ id }, level) => [id, level, true]).sort(),
  )
})

await step('restore of a chain, of the newest and of level 2, by the private key', async () => {
  const key = ['--identity', 'keys/identity.txt']
  const without = await home.holdfast(['restore', 'home', '--to', 'other/none', '--yes'], 2)
  assert.equal(without.errors[0]?.code, 'identity-missing')
  const planned = await home.holdfast(['restore', 'home', '--to', 'other/newest', '--dry-run', ...key])
  assert.deepEqual(
    planned.results[0].chain,
    held.map(({ id }) => id),
  )
  assert.throws(() => get('name', 'other/newest'))
  await home.holdfast(['restore', 'home', '--to', 'other/newest', '--yes', ...key])
  assert.equal(await tree(mount('other/newest')), held[4]?.files)
  assert.equal(guidsOf('other/newest').length, 5)
  await home.holdfast(['restore', held[2]?.id ?? '', '--to', 'other/second', '--yes', ...key])
  assert.equal(await tree(mount('other/second')), held[2]?.files)
})

await step('holds: what a later increment needs is held, and released when it is not', async () => {
  const file = join(root, 'holds.yml')
  const text = readFileSync(join(root, 'holdfast.yml'), 'utf8')
  writeFileSync(file, text.replace('dataset: "tank/home" }', 'dataset: "tank/home", keep-base: snapshot }'))
  const backUp = (level: number) =>
    home.holdfast(['backup', 'home', '--level', String(level), '--config', file])
  await backUp(1)
  const [name = '', ...others] = snapshots()
  assert.deepEqual(others, [])
  assert.match(holdsOf(name).join(), /^holdfast:[0-9a-f-]{36}:home$/)
  // Back to bookmarks: the next run lets go of it.
  await home.holdfast(['backup', 'home', '--level', '1'])
  assert.deepEqual(snapshots(), [])
  assert.equal(points('tank/home').length, 2)
})

await adoptsWhatZrbLeft({ home, s3, recipient })

await step(
  'interrupt and recover: kill -9, a lock with the PID meanwhile, and nothing uploaded twice',
  async () => {
    fill('tank/home', 'test-binary.bin', 72 * 1024 * 1024)
    run('zpool', 'sync', 'tank')
    const files = await tree('/tank/home')
    // A second repository of the same dataset: no lease of a store keeps these two apart, the lock of this host does.
    writeFileSync(
      join(root, 'second.yml'),
      `version: 1\ndestinations: {disk: {type: filesystem, path: ${root}/disk}}\nencryption: none\n` +
        'jobs: {second: {source: {type: zfs, dataset: tank/home}, to: [disk]}}\n',
    )
    s3.takePuts()
    const running = home.start(['backup', 'home', '--level', '2', '--json'])
    await until('a journaled volume', async () => journaled(await journals({ root })).size >= 1)
    const busy = await home.holdfast(['backup', '--config', 'second.yml'], 6)
    assert.match(busy.errors[0]?.message ?? '', new RegExp(`process ${running.child.pid}\\b`))
    running.killGroup()
    assert.equal((await running.ended).signal, 'SIGKILL')
    const known = journaled(await journals({ root }))
    assert.ok(known.size > 0)
    assert.equal(holdsOf(snapshots()[0] ?? '').length, 1)
    s3.takePuts()
    const { results } = await home.holdfast(['backup', 'home', '--level', '2', '--on-busy', 'wait'])
    const puts = s3.takePuts()
    assert.ok(puts.length > 0)
    for (const put of puts) assert.ok(!known.has(put), `${put} was put again`)
    assert.deepEqual(snapshots(), [])
    const key = ['--identity', 'keys/identity.txt']
    await home.holdfast(['restore', results[0].id, '--to', 'other/recovered', '--yes', ...key])
    assert.equal(await tree(mount('other/recovered')), files)
    await home.holdfast(['backup', '--config', 'second.yml', '--level', '0'])
  },
)

await runsTheExample({ home, s3, recipient })

await s3.stop()
finish()
