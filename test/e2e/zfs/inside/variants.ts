// What else the settings can say: kept snapshots, snapshots of others, other users, drills that look into files.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chownSync, readdirSync, writeFileSync } from 'node:fs'
import { makeSpace } from './space.ts'
import { finish, scratch, step } from './suite.ts'
import { fill, get, hashOf, mount, points, run, tree } from './tools.ts'

run('zpool', 'create', 'tank', '/dev/ubda')
run('zpool', 'create', 'other', '/dev/ubdb')
run('zfs', 'create', 'tank/data')
fill('tank/data', 'one', 300_000)
const space = await makeSpace(scratch('space'))
const snapshots = (dataset: string) => points(dataset).filter((name) => name.includes('@'))

await step('keep-base: snapshot keeps it, held, and only the newest of each level', async () => {
  space.configure({
    source: ['dataset: tank/data', 'keep-base: snapshot', 'snapshot-name: "{job}.{level}.{pool}"'],
  })
  await space.holdfast(['backup', '--level', '0'])
  assert.deepEqual(points('tank/data'), ['tank/data@tank.0.tank'])
  assert.match(run('zfs', 'holds', '-H', 'tank/data@tank.0.tank'), /\tholdfast:[0-9a-f-]+:tank\t/)
  fill('tank/data', 'two', 200_000)
  await space.holdfast(['backup', '--level', '1'])
  fill('tank/data', 'three', 100_000)
  const { results } = await space.holdfast(['backup', '--level', '1'])
  assert.equal(results[0].level, 1)
  assert.deepEqual(points('tank/data'), ['tank/data@tank.0.tank', 'tank/data@tank.1.tank-2'])
})

await step('a drill looks into every file, and proves the backup', async () => {
  const { results } = await space.holdfast(['drill', 'tank'])
  assert.equal(results[0].result, 'passed')
  assert.equal(results[0].evidence, 'snapshot')
  const files = results[0].checks.find(({ name }: { name: string }) => name === 'files')
  assert.equal(files.found, '3 files and their hash')
  const { results: listed } = await space.holdfast(['list'])
  assert.ok(listed.some(({ proven }) => proven))
})

await step('a drill under a given parent leaves nothing there', async () => {
  run('zfs', 'create', 'other/drills')
  space.configure({ source: ['dataset: tank/data', 'drill-parent: other/drills'] })
  const { results } = await space.holdfast(['drill', 'tank'])
  assert.equal(results[0].result, 'passed')
  assert.equal(run('zfs', 'list', '-H', '-r', '-o', 'name', 'other/drills'), 'other/drills')
})

await step('snapshot alone; and snapshots of others, by pattern, that are never destroyed', async () => {
  space.configure({ source: ['dataset: tank/data', 'snapshot-name: "mine-{level}"'] })
  const { results } = await space.holdfast(['snapshot'])
  assert.deepEqual(results[0].snapshots, ['tank/data@mine-0'])
  run('zfs', 'snapshot', 'tank/data@auto-1')
  space.configure({ source: ['dataset: tank/data', 'snapshots: "auto-*"'] })
  await space.holdfast(['backup', '--level', '0'])
  fill('tank/data', 'four', 100_000)
  run('zfs', 'snapshot', 'tank/data@auto-2')
  const next = await space.holdfast(['backup', '--level', '1'])
  assert.equal(next.results[0].level, 1)
  for (const name of ['mine-0', 'auto-1', 'auto-2'])
    assert.ok(snapshots('tank/data').includes(`tank/data@${name}`))
  assert.equal(get('userrefs', 'tank/data@auto-2'), '0')
  await space.holdfast(['restore', next.results[0].id, '--to', 'other/auto', '--yes'])
  assert.ok(snapshots('other/auto').includes('other/auto@auto-2'))
  assert.equal(await tree(mount('other/auto')), await tree('/tank/data'))
})

await step(
  'writes a full stream to a file, every stream of a chain to a folder, and refuses one file for more',
  async () => {
    space.configure({ source: ['dataset: tank/data'] })
    const { results } = await space.holdfast(['backup', '--level', '0'])
    await space.holdfast(['restore', results[0].id, '--to', './one.zfs', '--yes'])
    execFileSync('sh', ['-c', `zfs receive other/file < ${space.path('one.zfs')}`])
    assert.equal(hashOf('/other/file/one', 300_000), hashOf('/tank/data/one', 300_000))
    fill('tank/data', 'five', 100_000)
    const next = await space.holdfast(['backup', '--level', '1'])
    const refused = await space.holdfast(['restore', next.results[0].id, '--to', './two.zfs', '--yes'], 2)
    assert.equal(refused.errors[0]?.code, 'usage')
    await space.holdfast(['restore', next.results[0].id, '--to', './streams/', '--yes'])
    assert.deepEqual(readdirSync(space.path('streams')).sort(), ['tank%2Fdata.0.zfs', 'tank%2Fdata.1.zfs'])
  },
)

await step('a clone is sent whole, and it is said', async () => {
  run('zfs', 'snapshot', 'tank/data@origin')
  run('zfs', 'clone', 'tank/data@origin', 'tank/clone')
  space.configure({ source: ['dataset: tank/clone'] })
  const { results, warnings } = await space.holdfast(['backup', '--level', '0'])
  assert.match(JSON.stringify([warnings, results[0].warnings]), /clone-origin-lost/)
})

await step('one run at a time works on a dataset, and says which', async () => {
  space.configure({ source: ['dataset: tank/data'] })
  const state = space.path('state', 'zfs', `${encodeURIComponent('tank/data')}.lock`)
  const { lockOnHost } = await import('../../../../src/process/host-lock.ts')
  const lock = await lockOnHost(state, 'tank/data')
  const { errors } = await space.holdfast(['backup'], 6)
  assert.match(errors[0]?.message ?? '', new RegExp(`process ${process.pid} `))
  lock.release()
})

await step('doctor gives a user that is not root the line, and with it the user can back up', async () => {
  run('chmod', '666', '/dev/zfs')
  space.configure({ source: ['dataset: tank/data'] })
  run('chown', '-R', 'nobody', space.root)
  chownSync('/tank/data', 65534, 65534)
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
  const doctor = await space.run(['doctor', '--json'], asNobody)
  const line = /zfs allow -u nobody [a-z,]+ tank\/data/.exec(doctor.stdout)?.[0] ?? ''
  assert.notEqual(line, '', doctor.stdout + doctor.stderr)
  const [command = '', ...args] = line.split(' ')
  run(command, ...args)
  const before = points('tank/data')
  const ran = await space.run(['backup', '--json', '--level', '0'], asNobody)
  assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr)
  assert.deepEqual(
    snapshots('tank/data'),
    before.filter((name) => name.includes('@')),
  )
  run('chown', '-R', 'root', space.root)
})

await step('what zrb left is received by hand', async () => {
  const folder = scratch('zrb')
  writeFileSync(
    `${folder}/received.sh`,
    `set -e
cd ${folder}
age-keygen -o key 2>public
zfs send tank/data@origin | split -b 300000 - snapshot.part-
for part in snapshot.part-*; do age -r "$(sed 's/.*: //' public)" -o "$part.age" "$part"; rm "$part"; done
for part in snapshot.part-*.age; do age -d -i key "$part"; done | zfs receive -u other/zrb
`,
  )
  execFileSync('bash', [`${folder}/received.sh`])
  assert.equal(get('guid', 'other/zrb@origin'), get('guid', 'tank/data@origin'))
})

finish()
