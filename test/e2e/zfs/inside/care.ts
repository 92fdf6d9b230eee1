// Commands around a backup: `test`, which leaves no trace, and cleanup, which the pool follows.
import assert from 'node:assert/strict'
import { makeSpace } from './space.ts'
import { scratch, step } from './suite.ts'
import { fill, holdsOf, points, run } from './tools.ts'

run('zfs', 'create', 'tank/care')
fill('tank/care', 'one', 200_000)
const space = await makeSpace(scratch('care'))
const backUp = async (level: number) => {
  fill('tank/care', `at-${level}`, 50_000)
  const { results } = await space.holdfast(['backup', '--level', String(level)])
  return results[0] as { readonly id: string; readonly level: number; readonly parent: string | null }
}
const ids = async () => (await space.holdfast(['list'])).results.map(({ id }) => id as string).sort()

await step(
  'test backs up, drills and takes it all back: the next increment builds on what was there',
  async () => {
    space.configure({ source: ['dataset: tank/care'] })
    await backUp(0)
    const parent = await backUp(1)
    const before = [points('tank/care'), await ids()]
    const { results } = await space.holdfast(['test', 'tank'])
    assert.equal(results[0].result, 'passed')
    assert.deepEqual(
      results[0].steps.map(({ name, result }: { name: string; result: string }) => [name, result]),
      ['backup', 'read back from store', 'contents', 'restore', 'tidy up'].map((name) => [name, 'passed']),
    )
    assert.deepEqual([points('tank/care'), await ids()], before)
    const next = await backUp(2)
    assert.deepEqual([next.level, next.parent], [2, parent.id])
  },
)

await step(
  'cleanup takes whole chains; the pool keeps, held, what the next increment builds on',
  async () => {
    const settings = ['dataset: tank/care', 'keep-base: snapshot']
    space.configure({ source: settings, job: ['retention: {keep-last: 2}'] })
    const full = await backUp(0)
    const last = await backUp(1)
    const old = (await ids()).filter((id) => id !== full.id && id !== last.id)
    assert.equal(old.length, 3)
    const newestOld = old.at(-1) ?? ''
    await space.holdfast(['hold', newestOld])
    const held = await space.holdfast(['cleanup', '--yes'])
    assert.deepEqual(held.results[0].deleted, [])
    await space.holdfast(['release', newestOld])
    const { results } = await space.holdfast(['cleanup', '--yes'])
    assert.deepEqual(results[0].deleted.map(({ id }: { id: string }) => id).sort(), old)
    const left = points('tank/care')
    assert.equal(left.length, 2)
    assert.deepEqual(
      left.map((name) => holdsOf(name).length),
      [1, 1],
    )
    const next = await backUp(2)
    assert.deepEqual([next.level, next.parent], [2, last.id])
    assert.deepEqual(await ids(), [full.id, last.id, next.id].sort())
  },
)
