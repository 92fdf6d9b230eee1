import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 300_000

async function backUp(space: Workspace, content: string, ...args: string[]): Promise<string> {
  writeFileSync(space.path('source', content), content)
  const ran = await space.run(['backup', '--json', ...args])
  expect(ran.json.errors).toEqual([])
  return ran.json.results[0].id as string
}

test('a shredded backup opens to nobody, at no destination, and everything says so', {
  timeout,
}, async () => {
  const space = await workspace()
  const second = space.path('second')
  space.configure({
    destinations: [
      `local: {type: filesystem, path: ${space.repository}}`,
      `second: {type: filesystem, path: ${second}}`,
    ],
    to: 'local, second',
    job: ['retention: {keep-last: 5}'],
  })
  const old = await backUp(space, 'a')
  const kept = await backUp(space, 'b', '--level', '0')

  expectError(await space.run(['shred', old, '--json']), 7, 'confirmation-needed')
  expectError(await space.run(['shred', 'tree', '--yes', '--json']), 2, 'usage')
  expect(space.keysUnder('shredded/')).toEqual([])
  expect(space.keysUnder(`keys/tree/${old}`)).toHaveLength(1)

  const ran = await space.run(['shred', old, '--yes', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results).toEqual(
    ['local', 'second'].map((destination) => ({
      ...{ job: 'tree', id: old, destination, wraps: 1, locked: 0, shredded: true },
    })),
  )
  for (const place of [space.repository, second]) {
    expect(existsSync(`${place}/keys/tree/${old}/1.age`)).toBe(false)
    expect(existsSync(`${place}/state/tree/${old}.age`)).toBe(false)
    expect(JSON.parse(readFileSync(`${place}/shredded/tree/${old}.json`, 'utf8'))).toMatchObject({
      by: expect.any(String),
      shredded: expect.stringMatching(/^\d{4}-/),
    })
  }
  expect(space.keysUnder('logs/_cleanup/')).toHaveLength(1)

  const listed = await space.run(['list', '--json'])
  const marks = listed.json.results.map(({ id, shredded, complete }) => ({ id, shredded, complete }))
  expect(marks.filter(({ id }) => id === old)).toEqual(
    Array(2).fill({ id: old, shredded: true, complete: false }),
  )
  expect(marks.filter(({ id }) => id === kept)).toEqual(Array(2).fill({ id: kept, complete: true }))
  expect((await space.run(['list'])).stdout).toMatch(new RegExp(`${old}.*shredded`))

  const identity = ['--identity', space.identity]
  const restored = await space.run([
    'restore',
    old,
    '--to',
    space.path('out'),
    '--yes',
    '--json',
    ...identity,
  ])
  expect(expectError(restored, 1, 'shredded').message).toMatch(/was shredded on \d{4}-.* by /)
  expectError(await space.run(['drill', old, '--json', ...identity]), 1, 'shredded')
  const verified = await space.run(['verify', '--json', ...identity])
  expect(verified.json.errors).toEqual([])
  expect(verified.json.results.map(({ id, result }) => [id, result]).sort()).toEqual(
    [
      [old, 'inconclusive'],
      [old, 'inconclusive'],
      [kept, 'passed'],
      [kept, 'passed'],
    ].sort(),
  )
  const cleanup = await space.run(['cleanup', '--dry-run', '--json'])
  expect(cleanup.json.results[0].deleted).toMatchObject([
    { id: old, reason: expect.stringContaining('shredded') },
  ])

  // Whoever puts a marker there without taking the keys shreds nothing.
  writeFileSync(space.path(`repository/shredded/tree/${kept}.json`), '{"shredded":"2026-01-01T00:00:00Z"}')
  const fine = await space.run(['restore', kept, '--to', space.path('out'), '--yes', '--json', ...identity])
  expect(fine.json.errors).toEqual([])
  const again = await space.run(['shred', old, '--yes', '--json'])
  expect(again.json.results).toMatchObject([
    { wraps: 0, shredded: true },
    { wraps: 0, shredded: true },
  ])
})

test('what others build on and what is held is not shredded; the last one gone is a state of its own', {
  timeout,
}, async () => {
  const space = await workspace()
  const full = await backUp(space, 'a')
  const child = await backUp(space, 'b', '--level', '1')
  const refused = expectError(await space.run(['shred', full, '--yes', '--json']), 7, 'needed-by-children')
  expect(refused.context?.children).toEqual([child])
  expect((await space.run(['hold', child, '--json'])).exitCode).toBe(0)
  expectError(await space.run(['shred', child, '--yes', '--json']), 7, 'held')
  expect(space.keysUnder('shredded/')).toEqual([])
  expect(space.keysUnder('keys/')).toHaveLength(2)

  expect((await space.run(['release', child, '--json'])).exitCode).toBe(0)
  for (const id of [child, full]) {
    expect((await space.run(['shred', id, '--yes', '--json'])).json.errors).toEqual([])
  }
  const status = await space.run(['status', '--json'])
  expect(status.exitCode).toBe(4)
  expect(status.json.results).toMatchObject([{ job: 'tree', state: 'shredded' }])
  const missing = expectError(
    await space.run([
      'restore',
      'tree',
      '--to',
      space.path('out'),
      '--yes',
      '--json',
      '--identity',
      space.identity,
    ]),
    1,
    'backup-not-found',
  )
  expect(missing.message).toContain('2 shredded')
  const rekeyed = await space.run(['rekey', '--json', '--identity', space.identity])
  expect(rekeyed.json.results).toMatchObject([{ backups: 0, added: 0, shredded: 2 }])
  // The next backup is a full one of its own.
  const next = await space.run(['backup', '--json'])
  expect(next.json.results).toMatchObject([{ level: 0 }])
  expectError(
    await space.run(['shred', '20260101T000000Z-L0-aaaaaa', '--yes', '--json']),
    1,
    'backup-not-found',
  )
})
