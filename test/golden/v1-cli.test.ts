import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { barePath, hasPublicTools, restoreByHand } from '../e2e/by-hand.ts'
import { type Workspace, workspace } from '../e2e/workspace.ts'
import { goldenConfig } from './golden-config.ts'
import { plainTree } from './plain-tree.ts'

/** What the command line of format 1 stored. Nothing under v1-cli/ is ever made again, and no expectation is ever loosened. */
const golden = join(import.meta.dirname, 'v1-cli')
const expected = JSON.parse(readFileSync(join(golden, 'expected.json'), 'utf8'))
const [full, archive, said, level1, level2] = expected.ids as string[]
const identity = join(golden, 'identity.txt')
const now = '2026-11-04T00:00:00Z'

/** A workspace over a copy, since drills write proofs. */
async function opened(passphrase: string = ''): Promise<Workspace> {
  const space = await workspace()
  cpSync(join(golden, 'repository'), space.repository, { recursive: true })
  const { recipients, trust } = expected
  const config = goldenConfig({ path: space.repository, recipients, passphrase, signing: { trust }, source: space.source })
  writeFileSync(space.path('holdfast.yml'), passphrase === '' ? config.replace(/^ {2}passphrase:.*\n/m, '') : config)
  return space
}

const run = (space: Workspace, ...args: string[]) => space.run([...args, '--json'], { env: { HOLDFAST_NOW: now } })
const withIdentity = ['--identity', identity]

describe('the repository that the command line of format 1 made', () => {
  it('is listed as it was', { timeout: 180_000 }, async () => {
    const space = await opened()
    expect((await run(space, 'list')).json.results).toEqual(expected.listed)
    const logs = (await run(space, 'logs')).json.results
    expect(logs.map(({ command, job }) => `${command} ${job}`).sort()).toEqual([
      'backup archive',
      'backup home',
      'backup home',
      'backup home',
      'backup said',
      'drill home',
    ])
  })

  it.each(['exists', 'checksum', 'contents'])('is verified, depth %s', { timeout: 180_000 }, async (depth) => {
    const space = await opened()
    const { json, exitCode } = await run(space, 'verify', '--depth', depth, ...withIdentity)
    expect([exitCode, json.errors]).toEqual([0, []])
    expect(json.results.map(({ result }) => result)).toEqual(json.results.map(() => 'passed'))
    expect(json.results.length).toBeGreaterThanOrEqual(depth === 'contents' ? 3 : 5)
  })

  it.each([
    ['a full backup', full],
    ['its increment', level1],
    ['the increment of that', level2],
    ['a single object', archive],
  ])('restores %s', { timeout: 180_000 }, async (_, id = '') => {
    const space = await opened()
    const to = ['--to', space.path('out'), '--yes']
    const { json, exitCode } = await run(space, 'restore', id, ...to, ...withIdentity)
    expect([exitCode, json.errors]).toEqual([0, []])
    expect(plainTree(space.path('out'))).toEqual(expected.trees[id])
  })

  it('restores one path by the passphrase', { timeout: 180_000 }, async () => {
    const space = await opened(expected.passphrase)
    const to = ['--to', space.path('out'), '--include', 'photos/old/**', '--yes']
    const { json } = await run(space, 'restore', 'home', ...to)
    expect(json.errors).toEqual([])
    const found = readFileSync(space.path('out/photos/old/file-then-directory/inner.txt'), 'utf8')
    expect(found).toBe('now a directory\n')
  })

  it('restores the stream of a command', { timeout: 180_000 }, async () => {
    const space = await opened()
    const { bytes } = await space.run(['restore', said ?? '', '--to', '-', ...withIdentity])
    expect(bytes.toString()).toBe('one\ntwo\nthree\n')
  })

  it('passes a drill, and retention reads its old proof', { timeout: 180_000 }, async () => {
    const space = await opened()
    const { json } = await run(space, 'drill', level2 ?? '', ...withIdentity)
    expect([json.errors, json.results[0]?.result]).toEqual([[], 'passed'])
    const home = (await run(space, 'list', 'home')).json.results
    expect(home.map(({ held, proven }) => [held, proven])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
  })
})

describe.skipIf(!hasPublicTools)('the same repository, by its own RESTORE.md', () => {
  it.each([level2, archive])('restores %s', { timeout: 180_000 }, async (id = '') => {
    const space = await opened()
    const job = id === archive ? 'archive' : 'home'
    const out = space.path('by-hand')
    const { stdout } = restoreByHand(space, barePath(space), { job, id, out, identity })
    expect(stdout).toContain(`open: ${id}`)
    expect(stdout).toContain('all was read and whole')
    expect(plainTree(out)).toEqual(expected.trees[id])
  })
})
