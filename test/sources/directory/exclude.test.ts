import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureArgs, tarEnvironment } from '../../../src/sources/directory/argv.ts'
import { childPath, relativePath } from '../../../src/sources/directory/byte-paths.ts'
import { createComplaints } from '../../../src/sources/directory/verdict.ts'
import { listTree } from '../../../src/sources/directory/walk/list-tree.ts'

let work: string
let tree: string

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-exclude-'))
  tree = join(work, 'tree')
  for (const directory of ['a/cache/deep', 'a/b c', 'cache', 'x.tmp', 'br[ack]et', 'ünï', 'a-b'])
    mkdirSync(join(tree, directory), { recursive: true })
  const names = [
    'a/one.tmp',
    'a/cache/two',
    'a/cache/deep/three.tmp',
    'a/b c/four',
    'cache/five',
    'x.tmp/six',
  ]
  for (const name of [
    ...names,
    'br[ack]et/seven',
    'ünï/eight',
    'a-b/nine',
    '.hidden',
    'star*',
    'back\\slash',
    'ten',
  ])
    writeFileSync(join(tree, name), '')
})
afterAll(() => rmSync(work, { recursive: true }))

const inside = (path: string) => `${tree}/${path}`

const cases: readonly (readonly string[])[] = [
  [],
  ['*.tmp'],
  ['cache'],
  ['cache/*'],
  ['a/cache'],
  ['a*e'],
  ['./cache'],
  ['?en'],
  ['[!a]*'],
  ['[a-c]*'],
  ['br[ack]et'],
  ['br\\[ack\\]et'],
  ['star\\*'],
  ['back\\\\slash'],
  ['ünï'],
  ['.*'],
  ['a b', 'b c'],
  ['deep/three*', 'six'],
  ['a/'],
  ['[', 'ten'],
  ['*'],
]

/** All that GNU tar archives with the same settings. */
function byTar(exclude: readonly string[], leaveOut: readonly string[]): string[] {
  const list = join(work, 'list')
  rmSync(list, { force: true })
  const selection = { path: tree, exclude, oneFileSystem: false, leaveOut }
  const env = tarEnvironment({ PATH: process.env.PATH ?? '' })
  const archive = execFileSync('tar', captureArgs(selection, list), {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const names = execFileSync('tar', ['-t', '--quoting-style=literal', '--file=-'], { env, input: archive })
  return names.toString('latin1').trimEnd().split('\n').map(relativePath).sort()
}

async function byWalking(exclude: readonly string[], leaveOut: readonly string[]): Promise<string[]> {
  const selection = { path: tree, exclude, oneFileSystem: false, leaveOut }
  const complaints = createComplaints()
  const listed = await listTree(selection, { complaints, signal: new AbortController().signal })
  expect([...complaints.unread, ...complaints.vanished]).toEqual([])
  const files = listed.flatMap(({ path, names }) =>
    names.filter(({ directory }) => !directory).map(({ name }) => childPath(path, name)),
  )
  return [...listed.map(({ path }) => path), ...files].sort()
}

test.each(cases.map((exclude) => [exclude.join(' ') || 'nothing', exclude] as const))(
  'leaves out what GNU tar leaves out: %s',
  async (_, exclude) => {
    expect(await byWalking(exclude, [])).toEqual(byTar(exclude, []))
  },
)

test('absolute patterns and destinations inside the source mean just that place', async () => {
  for (const exclude of [[inside('cache')], [inside('a/*')], ['/cache'], ['/etc/cache']])
    expect(await byWalking(exclude, [])).toEqual(byTar(exclude, []))
  const leaveOut = [inside('br[ack]et'), inside('a/cache')]
  const left = await byWalking([], leaveOut)
  expect(left).toEqual(byTar([], leaveOut))
  expect(left).not.toContain('a/cache')
  expect(left).toContain('cache')
})
