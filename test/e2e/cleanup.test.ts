import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

async function backups(space: Workspace, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number += 1) {
    writeFileSync(space.path('source/a'), `content ${number}`)
    const ran = await space.run(['backup', '--level', '0', '--json'])
    expect(ran.json.errors).toEqual([])
    ids.push(ran.json.results[0].id)
  }
  return ids
}

const listed = async (space: Workspace): Promise<string[]> =>
  (await space.run(['list', '--json'])).json.results.map(({ id }) => id as string).sort()

test('retention deletes what the rules let go, never under a hold, and a dry run deletes nothing', {
  timeout: 60_000,
}, async () => {
  const space = await workspace()
  space.configure({ job: ['retention: {keep-last: 1}'] })
  const [first = '', second = '', third = ''] = await backups(space, 3)
  expect((await space.run(['hold', first, '--reason', 'audit', '--json'])).exitCode).toBe(0)
  const dry = await space.run(['cleanup', '--dry-run', '--json'])
  expect(dry.json.results[0].deleted.map(({ id }: { id: string }) => id)).toEqual([second])
  expect(await listed(space)).toEqual([first, second, third].sort())
  const ran = await space.run(['cleanup', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results[0].freedBytes).toBeGreaterThan(0)
  expect(await listed(space)).toEqual([first, third].sort())
  expect(
    space.keysUnder('').filter((key) => key.includes(second) && /^(data|keys|state|manifests)\//.test(key)),
  ).toEqual([])
  expect((await space.run(['release', first, '--json'])).exitCode).toBe(0)
  expect((await space.run(['cleanup', '--json'])).exitCode).toBe(0)
  expect(await listed(space)).toEqual([third])
})

test('a rehearsed time in the future plans, and is refused the real thing', { timeout: 60_000 }, async () => {
  const space = await workspace()
  space.configure({ job: ['retention: {keep-last: 1}'] })
  const ids = await backups(space, 2)
  const env = { HOLDFAST_NOW: '2040-01-01T00:00:00Z' }
  expectError(await space.run(['cleanup', '--json'], { env }), 7, 'clock-in-future')
  expect(await listed(space)).toEqual(ids.sort())
  const dry = await space.run(['cleanup', '--dry-run'], { env })
  expect(dry.exitCode).toBe(0)
  expect(dry.stdout + dry.stderr).toContain('2040-01-01')
  expect(await listed(space)).toEqual(ids.sort())
})

test('nothing is deleted before a proof, nor after a failed drill', { timeout: 90_000 }, async () => {
  const space = await workspace()
  space.configure({ job: ['retention: {keep-last: 1, require-proofs: 1}'] })
  const [first = '', second = ''] = await backups(space, 2)
  const identity = ['--identity', space.identity]
  const unproven = await space.run(['cleanup', '--json'])
  expect(unproven.exitCode).toBe(0)
  expect(unproven.json.results[0]).toMatchObject({ deleted: [] })
  expect(unproven.json.results[0].note).toContain('proven')
  expect(await listed(space)).toEqual([first, second].sort())
  expect((await space.run(['drill', second, '--json', ...identity])).json.results[0]).toMatchObject({
    result: 'passed',
  })

  const [third = ''] = await backups(space, 1)
  const [volume = ''] = space.keysUnder(`data/tree/${third}/tree/`)
  const good = readFileSync(space.path('repository', volume))
  const bad = Buffer.from(good)
  bad[bad.length - 1] = (bad.at(-1) ?? 0) ^ 1
  writeFileSync(space.path('repository', volume), bad)
  const drilled = await space.run(['drill', third, '--json', ...identity])
  expect(drilled.exitCode).toBe(5)
  expect(drilled.json.results[0]).toMatchObject({ result: 'failed', damaged: [volume] })
  const told = await space.run(['status', '--json'])
  expect(told.exitCode).toBe(4)
  // The proof that passed stands beside the newer one that failed.
  const { proof } = drilled.json.results[0]
  const { finishedAt } = (await space.run(['show', third, '--json'])).json.results[0].proofs[0]
  expect(proof).toContain(third)
  expect(told.json.results[0]).toMatchObject({
    state: 'proof-failed',
    lastProof: expect.stringMatching(/^20/),
    proofAge: expect.any(Number),
    failedProof: finishedAt,
    failedProofAge: expect.any(Number),
  })
  const frozen = await space.run(['cleanup', '--json'])
  expectError(frozen, 7, 'drill-failed')
  expect(await listed(space)).toEqual([first, second, third].sort())
  const restored = await space.run([
    'restore',
    third,
    '--to',
    space.path('out'),
    '--yes',
    '--json',
    ...identity,
  ])
  expectError(restored, 5, 'object-damaged')
  writeFileSync(space.path('repository', volume), good)
  expect((await space.run(['drill', third, '--json', ...identity])).exitCode).toBe(0)
  expect((await space.run(['cleanup', '--json'])).json.errors).toEqual([])
  expect(await listed(space)).toContain(third)
  expect(await listed(space)).not.toContain(first)
})
