import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workspace } from './workspace.ts'

const timeout = 180_000

test('jobs run several at once where that is asked for, and a broken one stops nobody', {
  timeout,
}, async () => {
  const space = await workspace()
  // Each of the two waits for the other to have begun: one after another, neither would end before its time is up.
  const meet = (mine: string, other: string) =>
    `touch ${space.path(mine)}; for i in $(seq 400); do [ -e ${space.path(other)} ] && echo met && exit 0; sleep 0.1; done; exit 9`
  const job = (name: string, script: string) =>
    `  ${name}: {source: {type: command, run: [sh, -c, '${script}']}, to: [local]}\n`
  space.write(
    'holdfast.yml',
    `version: 1\ndestinations: {local: {type: filesystem, path: ${space.repository}}}\nencryption: none\njobs:\n${job('a', meet('a', 'b'))}${job('broken', 'exit 3')}${job('b', meet('b', 'a'))}`,
  )
  const ran = await space.run(['backup', '--parallel', '3', '--json'])
  expect(ran.json.results.map(({ job, status }) => `${job}: ${status}`)).toEqual(['a: success', 'b: success'])
  expect(ran.json).toMatchObject({
    exitCode: 3,
    errors: [{ code: 'tool-failed', context: { job: 'broken' } }],
  })
})

test('a local copy has a retention of its own', { timeout }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'a')
  space.configure({
    destinations: [
      `local: {type: filesystem, path: ${space.repository}}`,
      `far: {type: filesystem, path: ${space.path('far')}}`,
    ],
    to: '{name: local, retention: {keep-last: 1}}, far',
    job: ['retention: {keep-last: 3}', 'levels: {0: otherwise}'],
  })
  for (const _ of [1, 2, 3]) expect((await space.run(['backup'])).exitCode).toBe(0)
  const cleaned = await space.run(['cleanup', '--yes', '--json'])
  expect(cleaned.json.errors).toEqual([])
  const listed = await space.run(['list', '--json'])
  const at = (name: string) => listed.json.results.filter(({ destination }) => destination === name).length
  expect([at('local'), at('far')]).toEqual([1, 3])
})
