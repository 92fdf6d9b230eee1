import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { expectError } from '../expect-error.ts'
import { empty, twoDestinations } from './two.ts'

const minute = { timeout: 120_000 }

test('parents come first, and the copy restores by itself', minute, async () => {
  const space = await twoDestinations({ job: ['levels: {0: monthly, 1: otherwise}'] })
  const full = await space.backup()
  writeFileSync(space.path('source/b'), 'b')
  const increment = await space.backup()
  empty(space)
  const dry = await space.sync('--dry-run')
  expect({
    exit: dry.exit,
    status: dry.result.status,
    ids: dry.result.copied.map(({ id }: { id: string }) => id),
  }).toEqual({
    exit: 0,
    status: 'dry-run',
    ids: [full, increment],
  })
  expect(() => space.at('two', '')).toThrow()
  const { exit, result } = await space.sync()
  expect({
    exit,
    ids: result.copied.map(({ id }: { id: string }) => id),
    alongside: result.alongside,
  }).toEqual({
    exit: 0,
    ids: [full, increment],
    alongside: 2,
  })
  for (const branch of ['data/', 'keys/', 'state/', 'manifests/', 'logs/', 'RESTORE.md']) {
    expect(space.at('two', branch)).toEqual(space.at('one', branch))
  }
  for (const key of space.at('two', 'manifests/')) {
    expect(readFileSync(space.path('two', key))).toEqual(readFileSync(space.path('one', key)))
  }
  expect((await space.sync()).result).toMatchObject({ copied: [], healed: [], failed: [], sentBytes: 0 })
  rmSync(space.path('one'), { recursive: true })
  await space.results(
    'restore',
    'tree',
    '--destination',
    'two',
    '--to',
    space.path('out'),
    '--identity',
    space.identity,
    '--yes',
  )
  expect(treeDifferences(describeTree(space.path('out')), describeTree(space.source))).toEqual([])
})

test('only what the target would keep is copied, with what it builds on', minute, async () => {
  const space = await twoDestinations({
    to: 'one, {name: two, retention: {keep-last: 1}}',
    job: ['levels: {0: monthly, 1: otherwise}'],
  })
  const old = await space.backup('--level', '0')
  const full = await space.backup('--level', '0')
  const increment = await space.backup('--level', '1')
  empty(space)
  const { result } = await space.sync()
  expect(result.copied.map(({ id }: { id: string }) => id)).toEqual([full, increment])
  expect(result.left).toMatchObject([{ id: old, reason: expect.stringContaining('last: 2 newer') }])
  expect((await space.results('cleanup', '--destination', 'two'))[0].deleted).toEqual([])
})

test('a single object under a name of its own comes along with its checksum', minute, async () => {
  const space = await twoDestinations({
    source: ['type: command', 'run: [cat, data]'],
    job: ['package: single', 'object-name: "dumps/{job}-{id}.bin"', 'checksum-file: true'],
  })
  // More than what is copied in one piece.
  space.write('data', randomBytes(70_000_000))
  const id = await space.backup()
  empty(space)
  expect(await space.sync()).toMatchObject({ exit: 0, result: { copied: [{ id }] } })
  expect(space.at('two', 'dumps/')).toEqual([`dumps/tree-${id}.bin`, `dumps/tree-${id}.bin.sha256`])
  expect(space.at('two', 'data/')).toEqual(space.at('one', 'data/'))
  mkdirSync(space.path('out'))
  await space.results(
    'restore',
    id,
    '--destination',
    'two',
    '--to',
    space.path('out/data'),
    '--identity',
    space.identity,
    '--yes',
  )
  expect(readFileSync(space.path('out/data')).equals(readFileSync(space.path('data')))).toBe(true)
})

test('holds and passed proofs come along; what was shredded does not', minute, async () => {
  const space = await twoDestinations()
  const [proven, shredded, half] = [
    await space.backup('--level', '0'),
    await space.backup('--level', '0'),
    await space.backup('--level', '0'),
  ]
  await space.results('drill', proven, '--destination', 'one', '--identity', space.identity)
  await space.results('hold', proven, '--reason', 'audit')
  empty(space)
  const marker = JSON.stringify({ shredded: new Date().toISOString() })
  mkdirSync(space.path('one/shredded/tree'), { recursive: true })
  space.write(`one/shredded/tree/${shredded}.json`, marker)
  rmSync(space.path(`one/keys/tree/${shredded}`), { recursive: true })
  // A marker whose wraps are still there: its shredding is under way.
  mkdirSync(space.path('two/shredded/tree'), { recursive: true })
  space.write(`two/shredded/tree/${half}.json`, marker)
  const { exit, result } = await space.sync()
  expect({ exit, ids: result.copied.map(({ id }: { id: string }) => id) }).toEqual({ exit: 0, ids: [proven] })
  expect(result.left.map(({ id }: { id: string }) => id).sort()).toEqual([shredded, half].sort())
  expect(result.left.find(({ id }: { id: string }) => id === half).reason).toBe('shredded at two')
  expect((await space.results('list', '--destination', 'two'))[0]).toMatchObject({
    id: proven,
    proven: true,
    held: true,
  })
  expect(space.at('two', 'keys/')).toEqual([`keys/tree/${proven}/1.age`])
})

test('what cannot be synced says so', minute, async () => {
  const space = await twoDestinations()
  expectError(await space.run(['sync', '--json']), 1, 'repository-missing')
  await space.backup('--destination', 'two')
  expectError(await space.run(['sync', '--from', 'one', '--json']), 1, 'repository-missing')
  const { exit, result } = await space.sync()
  expect({ exit, result }).toEqual({ exit: 0, result: undefined })
  // A new first destination joins the repository of the second, whatever runs first.
  await space.backup('--level', '0')
  expectError(await space.run(['sync', '--from', 'nowhere', '--json']), 2, 'destination-unknown')
  expectError(await space.run(['sync', '--from', 'two', '--destination', 'two', '--json']), 2, 'usage')
  expectError(await space.run(['sync', 'other', '--json']), 2, 'job-unknown')
  rmSync(space.path('one'), { recursive: true })
  const third = await space.run(['backup', '--destination', 'one', '--json'])
  expect(third.json.errors).toEqual([])
  expect(await space.sync()).toMatchObject({ exit: 2, codes: ['repository-mismatch'] })
  rmSync(space.path('one'), { recursive: true })
  writeFileSync(space.path('one'), 'no directory')
  const partly = await space.run(['sync', '--json'])
  expect(partly.json.errors.map(({ context }) => context?.destination)).toEqual(['one'])
  expect(partly.exitCode).toBe(1)
})
