import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeTree, makeOddTree, mutateTree } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { type Workspace, workspace } from './workspace.ts'

const files = process.env.HOLDFAST_SOAK === '1' ? 50_000 : 2_000
const minutes = process.env.HOLDFAST_SOAK === '1' ? 20 : 2

async function backup(space: Workspace, ...args: string[]) {
  const ran = await space.run(['backup', '--json', ...args])
  expect(ran.json.errors).toEqual([])
  expect(ran.exitCode).toBe(0)
  return ran.json.results[0]
}

async function restore(space: Workspace, what: string, to: string, ...args: string[]) {
  const ran = await space.run([
    'restore',
    what,
    '--to',
    space.path(to),
    '--identity',
    space.identity,
    '--yes',
    '--json',
    ...args,
  ])
  expect(ran.json.errors).toEqual([])
  expect(ran.exitCode).toBe(0)
  return ran.json.results[0]
}

test('an odd tree, its increments and each time of it come back as they were', {
  timeout: minutes * 60_000,
}, async () => {
  const space = await workspace()
  space.configure({ job: ['levels: {0: monthly, 1: weekly, 2: daily}'] })
  makeOddTree(space.source, { files, seed: 1 })
  writeFileSync(`${space.source}/keep-me.txt`, 'known content\n')
  writeFileSync(`${space.source}/delete-me.txt`, 'gone at level 2\n')
  const then0 = describeTree(space.source, { holes: true })
  const level0 = await backup(space, '--level', '0')
  expect(level0).toMatchObject({ job: 'tree', level: 0, parent: null, unread: 0 })
  expect(level0.files).toBeGreaterThan(files)

  mutateTree(space.source, { changes: 20, seed: 2 })
  const then1 = describeTree(space.source, { holes: true })
  const level1 = await backup(space, '--level', '1')
  expect(level1).toMatchObject({ level: 1, parent: level0.id })
  expect(level1.storedBytes).toBeLessThan(level0.storedBytes / 5)
  expect(level1.destinations[0]).toMatchObject({ name: 'local', status: 'success' })

  mutateTree(space.source, { changes: 20, seed: 3 })
  rmSync(`${space.source}/delete-me.txt`, { force: true, recursive: true })
  const then2 = describeTree(space.source, { holes: true })
  const level2 = await backup(space, '--level', '2')
  expect(level2).toMatchObject({ level: 2, parent: level1.id })

  const listed = (await space.run(['list', '--json'])).json.results
  expect(listed.map(({ id }) => id).sort()).toEqual([level0.id, level1.id, level2.id].sort())
  expect(listed.every(({ complete }) => complete === true)).toBe(true)

  const newest = await restore(space, 'tree', 'newest')
  expect(newest.chain).toEqual([level0.id, level1.id, level2.id])
  expect(treeDifferences(describeTree(space.path('newest'), { holes: true }), then2)).toEqual([])
  await restore(space, level0.id, 'by-id')
  expect(treeDifferences(describeTree(space.path('by-id'), { holes: true }), then0)).toEqual([])
  const at1 = listed.find(({ id }) => id === level1.id).createdAt
  const timed = await restore(space, 'tree', 'at-time', '--at', at1)
  expect(timed.id).toBe(level1.id)
  expect(treeDifferences(describeTree(space.path('at-time'), { holes: true }), then1)).toEqual([])

  const gone = await space.run([
    'restore',
    'tree',
    '--to',
    space.path('gone'),
    '--include',
    'delete-me.txt',
    '--identity',
    space.identity,
    '--yes',
    '--json',
  ])
  expect({ exit: gone.exitCode, codes: gone.json.errors.map(({ code }) => code) }).toEqual({
    exit: 1,
    codes: ['path-not-found'],
  })
  expect(() => statSync(space.path('gone/delete-me.txt'))).toThrow('ENOENT')
})

test('one file of many fetches little; a target that is not empty stays as it is', {
  timeout: 180_000,
}, async () => {
  const space = await workspace()
  for (let index = 0; index < 40; index += 1) {
    mkdirSync(`${space.source}/part-${index}`)
    writeFileSync(`${space.source}/part-${index}/data`, noise(1_000_000, index))
  }
  writeFileSync(`${space.source}/part-20/small.txt`, 'a small one\n')
  const { id, storedBytes } = await backup(space)
  expect(storedBytes).toBeGreaterThan(40_000_000)
  const one = await restore(space, id, 'one', '--include', 'part-20/small.txt')
  expect(readFileSync(space.path('one/part-20/small.txt'), 'utf8')).toBe('a small one\n')
  expect(one).toMatchObject({ files: 1 })
  // A frame for the file, one for the attributes of the directories above it, and what is read to open the backup.
  expect(one.fetchedBytes).toBeLessThan(2 * 2 * 1024 * 1024 + 64 * 1024)
  expect(() => statSync(space.path('one/part-0'))).toThrow('ENOENT')

  mkdirSync(space.path('full'))
  writeFileSync(space.path('full/mine'), 'mine')
  const before = describeTree(space.path('full'))
  const refused = await space.run([
    'restore',
    id,
    '--to',
    space.path('full'),
    '--identity',
    space.identity,
    '--yes',
    '--json',
  ])
  expect({ exit: refused.exitCode, code: refused.json.errors[0]?.code }).toEqual({
    exit: 7,
    code: 'target-not-empty',
  })
  expect(treeDifferences(describeTree(space.path('full')), before)).toEqual([])
  await restore(space, id, 'full', '--overwrite')
  expect(treeDifferences(describeTree(space.path('full')), describeTree(space.source))).toEqual([])
})

/** Bytes that do not compress, the same for the same seed. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed * 2654435761 + 1
  for (let index = 0; index < length; index += 4) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes.writeInt32LE(state | 0, index)
  }
  return bytes
}
