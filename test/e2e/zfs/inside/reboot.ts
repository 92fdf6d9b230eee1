// The first boot is cut off in the middle of a backup; the second, with the same disks, goes on with it.
import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { journaled, journals } from './journals.ts'
import { keysIn, makeSpace } from './space.ts'
import { finish, shared, step, suiteArgs } from './suite.ts'
import { fill, mount, points, run, tree } from './tools.ts'

const [boot] = suiteArgs
const known = join(shared, 'known')
const configuration = { source: ['dataset: tank/data'], job: [] }

if (boot === 'first') {
  const space = await makeSpace(join(shared, 'space'))
  await step('begins a backup', async () => {
    run('zpool', 'create', 'tank', '/dev/ubda')
    run('zfs', 'create', 'tank/data')
    fill('tank/data', 'big', 60 * 1024 * 1024)
    run('zpool', 'sync')
    const store = space.path('store')
    space.configure({ ...configuration, destination: `{type: filesystem, path: ${store}, bandwidth: 4MiB}` })
    const running = space.start(['backup', '--json'])
    while (journaled(await journals(space)).size < 2) await sleep(50)
    assert.equal(running.child.exitCode, null)
    writeFileSync(known, keysIn(space, 'data/').join('\n'))
  })
  // The power is cut from outside.
  await sleep(600_000)
} else {
  const space = await makeSpace(join(shared, 'space'), { keep: true })
  await step('the snapshot is still there and held', async () => {
    run('zpool', 'import', 'tank')
    const [snapshot = ''] = points('tank/data')
    assert.match(snapshot, /@holdfast-tank-/)
    assert.match(run('zfs', 'holds', '-H', snapshot), /holdfast:/)
    assert.ok(existsSync(known))
  })
  await step('goes on with it', async () => {
    const [journal] = await journals(space)
    const before = keysIn(space, `data/tank/${journal?.header.id}/`)
    // The lease of a machine that is gone runs out in a minute.
    const { results } = await space.holdfast(['backup', '--on-busy', 'wait'])
    assert.equal(results[0].id, journal?.header.id)
    const seqs = (keys: readonly string[]) =>
      keys.flatMap((key) => /\/(\d+)-[0-9a-f]{12}$/.exec(key)?.[1] ?? [])
    const stored = seqs(keysIn(space, `data/tank/${results[0].id}/tank%2Fdata/`))
    for (const { seq } of journal?.volumes ?? [])
      assert.equal(stored.filter((one) => Number(one) === seq).length, 1)
    assert.ok(before.length > 0)
  })
  await step('restores it', async () => {
    run('zpool', 'create', 'other', '/dev/ubdb')
    await space.holdfast(['restore', 'tank', '--to', 'other/copy', '--yes'])
    assert.equal(await tree(mount('other/copy')), await tree('/tank/data'))
  })
  finish()
}
