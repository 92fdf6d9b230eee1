// SIGKILL at several instants (as many as the argument says), an outage, a stream that does not repeat: what is journaled is never put again.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCountedS3 } from './counted-s3.ts'
import { journaled, journals } from './journals.ts'
import { makeSpace } from './space.ts'
import { finish, scratch, step, suiteArgs } from './suite.ts'
import { fill, get, hashOf, mount, points, run, tree, until } from './tools.ts'

const space = await makeSpace(scratch('space'))
run('zpool', 'create', 'other', '/dev/ubdb')
const s3 = await startCountedS3('/other', '12MiB')
const configure = (more: readonly string[] = []) =>
  space.configure({
    source: ['dataset: tank/data', 'recursive: true', ...more],
    destination: s3.destination,
    env: s3.service.environment,
  })
const megabytes = 168
const wantedKills = Number(suiteArgs[0] ?? 10)

const own = () => points('tank/data').filter((name) => name.includes('@'))

/** Starts a backup, kills it and all its children once something is so, and tells whether it was killed. */
async function kill(what: string, isTime: () => boolean | Promise<boolean>): Promise<boolean> {
  const running = space.start(['backup', '--json'])
  let over = false
  void running.ended.then(() => {
    over = true
  })
  await until(what, async () => over || (await isTime()))
  running.killGroup()
  return (await running.ended).signal === 'SIGKILL'
}

await step('makes a pool', async () => {
  run('zpool', 'create', 'tank', '/dev/ubda')
  run('zfs', 'create', 'tank/data')
  run('zfs', 'create', 'tank/data/small')
  fill('tank/data', 'big', megabytes * 1024 * 1024)
  fill('tank/data/small', 'file', 700_000)
  run('sync')
  configure()
})

let first = ''
await step('killed as soon as it has a snapshot: the snapshot is held or marked as its own', async () => {
  assert.ok(await kill('a snapshot', () => own().length > 0))
})

await step(`SIGKILL at ${wantedKills} instants: nothing that is journaled is put twice`, async () => {
  let kills = 0
  const seen = new Set<string>()
  while (kills < wantedKills) {
    const known = journaled(await journals(space))
    for (const one of seen) assert.ok(known.has(one), `${one} was forgotten`)
    for (const one of known) seen.add(one)
    s3.takePuts()
    const puts: string[] = []
    // Every other kill comes between a put and its line in the journal; the rest let the journal grow.
    const grows = kills % 2 === 1
    const died = await kill('a put', async () => {
      puts.push(...s3.takePuts())
      return grows ? journaled(await journals(space)).size > known.size : puts.length > 0
    })
    puts.push(...s3.takePuts())
    for (const put of puts) assert.ok(!known.has(put), `${put} was put again`)
    assert.ok(died, 'it ended before it was killed')
    kills += 1
    const [journal] = await journals(space)
    if (journal !== undefined) {
      first ||= journal.header.id
      assert.equal(journal.header.id, first)
    }
    assert.ok(own().length >= 2)
  }
})

await step(
  'the next run ends it: the same id, only what was missing put, and nothing left in the pool',
  async () => {
    const known = journaled(await journals(space))
    assert.ok(known.size > 0)
    s3.takePuts()
    const { results } = await space.holdfast(['backup'])
    assert.equal(results[0].id, first)
    const puts = s3.takePuts()
    for (const put of puts) assert.ok(!known.has(put), `${put} was put again`)
    assert.deepEqual(own(), [])
    assert.equal(points('tank/data').length, 2)
    assert.deepEqual(await journals(space), [])
  },
)

await step('what was put together from many runs verifies, and restores', async () => {
  const { results } = await space.holdfast(['verify', '--depth', 'contents'])
  assert.equal(results[0].result, 'passed')
  await space.holdfast(['restore', 'tank', '--to', 'other/copy', '--yes'])
  assert.equal(await tree(mount('other/copy/small')), await tree('/tank/data/small'))
  const big = megabytes * 1024 * 1024
  assert.equal(hashOf(`${mount('other/copy')}/big`, big), hashOf('/tank/data/big', big))
})

await step('a stream that does not repeat is sent anew', async () => {
  fill('tank/data', 'big', 40 * 1024 * 1024)
  run('sync')
  s3.takePuts()
  assert.ok(await kill('a journaled volume', async () => journaled(await journals(space)).size >= 1))
  const known = journaled(await journals(space))
  assert.ok(known.has('tank/data 0'))
  // Properties are at the beginning of the stream.
  run('zfs', 'set', `holdfast.test:long=${'x'.repeat(3000)}`, 'tank/data')
  s3.takePuts()
  const { results } = await space.holdfast(['backup'])
  assert.ok(s3.takePuts().includes('tank/data 0'), 'the first volume is another now')
  const verified = await space.holdfast(['verify', results[0].id, '--depth', 'contents'])
  assert.equal(verified.results[0].result, 'passed')
  await space.holdfast(['restore', results[0].id, '--include', 'tank/data', '--to', 'other/anew', '--yes'])
  assert.equal(get('holdfast.test:long', 'other/anew').length, 3000)
})

await step('an outage of the store is ridden out', async () => {
  fill('tank/data', 'big', 40 * 1024 * 1024)
  const running = space.start(['backup', '--json'])
  s3.takePuts()
  const puts: string[] = []
  await until('a put', () => {
    puts.push(...s3.takePuts())
    return puts.length > 0
  })
  await s3.proxy.become('gone')
  await sleep(3000)
  await s3.proxy.become('pass')
  const ended = await running.ended
  assert.equal(ended.exitCode, 0, ended.stdout + ended.stderr)
  puts.push(...s3.takePuts())
})

await step('interrupted in an orderly way it goes on likewise', async () => {
  fill('tank/data', 'big', 40 * 1024 * 1024)
  const running = space.start(['backup', '--json'])
  await until('a journaled volume', async () => journaled(await journals(space)).size >= 1)
  running.signal('SIGTERM')
  const ended = await running.ended
  assert.equal(ended.exitCode, 143, ended.stdout + ended.stderr)
  const known = journaled(await journals(space))
  assert.ok(known.size > 0)
  assert.ok(own().length > 0)
  s3.takePuts()
  await space.holdfast(['backup'])
  for (const put of s3.takePuts()) assert.ok(!known.has(put), `${put} was put again`)
  assert.deepEqual(own(), [])
})

await step('a run that fails leaves neither snapshots nor holds', async () => {
  configure(['snapshot-name: "bad-{level}"'])
  const before = points('tank/data')
  // The guards refuse it after everything was stored.
  space.configure({
    source: ['dataset: tank/data', 'recursive: true'],
    job: ['guards: {min-size: {limit: 1GiB, then: fail}}'],
    destination: s3.destination,
    env: s3.service.environment,
  })
  const failed = await space.holdfast(['backup', '--level', '0'], 1)
  assert.equal(failed.errors[0]?.code, 'backup-too-small')
  assert.deepEqual(points('tank/data'), before)
  assert.deepEqual(await journals(space), [])
})

await s3.stop()
finish()
