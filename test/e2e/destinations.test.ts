import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeTree } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { keysUnder, type Workspace, workspace } from './workspace.ts'

async function two(): Promise<Workspace> {
  const space = await workspace()
  space.configure({
    destinations: [
      `one: {type: filesystem, path: ${space.path('one')}}`,
      `two: {type: filesystem, path: ${space.path('two')}}`,
    ],
    to: 'one, two',
  })
  writeFileSync(space.path('source/a'), randomBytes(100_000))
  return space
}

test('one read fills two destinations, each restores by itself', { timeout: 180_000 }, async () => {
  const space = await two()
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results[0].destinations).toMatchObject([
    { name: 'one', status: 'success' },
    { name: 'two', status: 'success' },
  ])
  expect(keysUnder(space.path('two'), 'data/')).toEqual(keysUnder(space.path('one'), 'data/'))
  for (const name of ['one', 'two']) {
    const args = [
      'restore',
      'tree',
      '--destination',
      name,
      '--to',
      space.path(`out-${name}`),
      '--identity',
      space.identity,
    ]
    expect((await space.run([...args, '--yes', '--json'])).json.errors).toEqual([])
    expect(treeDifferences(describeTree(space.path(`out-${name}`)), describeTree(space.source))).toEqual([])
  }
})

test('status of a destination that cannot be asked, or holds nothing, is stale', async () => {
  const space = await two()
  expect((await space.run(['backup', '--json'])).exitCode).toBe(0)
  expect((await space.run(['status', '--json'])).exitCode).toBe(0)
  rmSync(space.path('two'), { recursive: true })
  for (const [state, code] of [
    ['missing', 'repository-missing'],
    ['unreachable', 'store-unreachable'],
  ] as const) {
    const ran = await space.run(['status', '--json'])
    expect({ exit: ran.exitCode, codes: ran.json.errors.map((error) => error.code) }).toEqual({
      exit: 4,
      codes: [code, 'stale'],
    })
    expect(ran.json.results).toMatchObject([
      { destination: 'one', stale: false },
      { destination: 'two', stale: true, state, lastBackup: null, lastProof: null },
    ])
    if (state === 'missing') symlinkSync('two', space.path('two'))
  }
  expect((await space.run(['status'])).stdout).toContain('unreachable')
})

test('a destination that fails costs exit 3 and leaves the other one good', {
  timeout: 180_000,
}, async () => {
  const space = await two()
  writeFileSync(space.path('two'), 'no directory')
  const ran = await space.run(['backup', '--json'])
  expect({
    exit: ran.exitCode,
    status: ran.json.status,
    codes: ran.json.errors.map(({ code }) => code),
  }).toEqual({
    exit: 3,
    status: 'partial',
    codes: ['destination-failed'],
  })
  expect(ran.json.errors[0]?.context).toMatchObject({ destination: 'two' })
  expect(ran.json.results[0].destinations).toMatchObject([
    { name: 'one', status: 'success' },
    { name: 'two', status: 'failed' },
  ])
  const verified = await space.run(['verify', '--destination', 'one', '--json', '--identity', space.identity])
  expect(verified.json.errors).toEqual([])
  expect(verified.json.results).toMatchObject([{ destination: 'one', result: 'passed' }])
})

test('an increment leaves out the destination that lacks its parent', { timeout: 180_000 }, async () => {
  const space = await two()
  const full = await space.run(['backup', '--destination', 'one', '--level', '0', '--json'])
  expect(full.json.errors).toEqual([])
  const increment = await space.run(['backup', '--level', '1', '--json'])
  expect({ exit: increment.exitCode, codes: increment.json.errors.map(({ code }) => code) }).toEqual({
    exit: 3,
    codes: ['destination-failed'],
  })
  expect(increment.json.errors[0]?.context).toMatchObject({ destination: 'two', code: 'parent-missing' })
  expect(keysUnder(space.path('two'), 'manifests/')).toEqual([])
})

test('a single object under a name of its own comes back as it was', { timeout: 180_000 }, async () => {
  const space = await workspace()
  space.configure({
    source: ['type: command', `run: [cat, ${space.path('data')}]`],
    job: ['package: single', 'object-name: "dumps/{job}-{time:YYYYMMDD}.bin"'],
  })
  writeFileSync(space.path('data'), randomBytes(300_000))
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(keysUnder(space.repository, 'dumps/')).toHaveLength(1)
  mkdirSync(space.path('out'))
  const args = [
    'restore',
    'tree',
    '--to',
    space.path('out/data'),
    '--identity',
    space.identity,
    '--yes',
    '--json',
  ]
  expect((await space.run(args)).json.errors).toEqual([])
  expect(readFileSync(space.path('out/data')).equals(readFileSync(space.path('data')))).toBe(true)
})

test('a destination that only passes backups on may hold none, and gets no increment of what it let go', {
  timeout: 180_000,
}, async () => {
  const space = await workspace()
  space.configure({
    destinations: [
      `fast: {type: filesystem, path: ${space.path('fast')}}`,
      `kept: {type: filesystem, path: ${space.path('kept')}}`,
    ],
    to: '{name: fast, retention: {keep-last: 0}}, kept',
    job: ['retention: {keep-last: 2}', 'levels: {0: monthly, 1: otherwise}', 'on-missing-parent: full'],
  })
  writeFileSync(space.path('source/a'), randomBytes(100_000))
  const [full] = (await space.run(['backup', '--level', '0', '--json'])).json.results
  expect((await space.run(['cleanup', '--json'])).json.results).toMatchObject([
    { destination: 'fast', deleted: [{ id: full.id }] },
    { destination: 'kept', deleted: [] },
  ])
  const status = await space.run(['status', '--json'])
  expect(status.json).toMatchObject({
    exitCode: 0,
    results: [
      { destination: 'fast', state: 'passes-on', stale: false, lastBackup: null },
      { destination: 'kept', state: 'unsigned' },
    ],
  })
  writeFileSync(space.path('source/b'), 'b')
  const ran = await space.run(['backup', '--level', '1', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results).toMatchObject([
    { status: 'success', level: 1, parent: full.id, destinations: [{ name: 'kept' }] },
  ])
  expect(ran.json.results[0].warnings).toMatchObject([{ code: 'passed-over', severity: 'info' }])
  expect(keysUnder(space.path('fast'), 'manifests/')).toEqual([])
  const again = await space.run(['backup', '--level', '0', '--json'])
  expect(again.json.results[0].destinations).toHaveLength(2)
})
