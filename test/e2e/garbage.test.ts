import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

const single = [
  'package: single',
  'object-name: "site/{id}.tgz"',
  'checksum-file: true',
  'levels: {0: otherwise}',
]

async function backUp(space: Workspace): Promise<string> {
  writeFileSync(space.path('source/a'), `content ${Math.random()}`)
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  return ran.json.results[0].id as string
}

/** What a run leaves that died before its commit, days ago. */
function loseManifest(space: Workspace, job: string, id: string): void {
  rmSync(space.path(`repository/manifests/${job}/${id}.json`))
  age(space)
}

function age(space: Workspace): void {
  const then = Date.now() / 1000 - 3 * 24 * 3600
  for (const entry of readdirSync(space.repository, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), then, then)
  }
}

const of = (space: Workspace, id: string) =>
  space.keysUnder('').filter((key) => key.includes(id) && !/^(logs|manifests)\//.test(key))

test('a single object goes with its checksum, by retention and when its run died', {
  timeout: 120_000,
}, async () => {
  const space = await workspace()
  space.configure({ job: [...single, 'retention: {keep-last: 1}'] })
  const first = await backUp(space)
  const dead = await backUp(space)
  const last = await backUp(space)
  for (const id of [first, dead, last]) {
    expect(space.keysUnder(`site/${id}`)).toEqual([`site/${id}.tgz`, `site/${id}.tgz.sha256`])
  }
  loseManifest(space, 'tree', dead)
  const dry = await space.run(['cleanup', '--dry-run', '--json'])
  const garbage = [`data/tree/${dead}`, `site/${dead}.tgz`, `site/${dead}.tgz.sha256`]
  const found = dry.json.results[0].garbage as { key: string; reason: string }[]
  expect(found.map(({ key }) => key)).toEqual(garbage)
  expect(found[0]?.reason).toContain('no manifest')
  expect(found[1]?.reason).toContain(dead)
  expect(of(space, dead).length).toBeGreaterThan(3)
  const ran = await space.run(['cleanup', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results[0].deleted).toMatchObject([{ id: first }])
  expect((ran.json.results[0].garbage as { key: string }[]).map(({ key }) => key)).toEqual(garbage)
  expect([...of(space, first), ...of(space, dead)]).toEqual([])
  const verified = await space.run(['verify', last, '--json', '--identity', space.identity])
  expect(verified.json.results).toMatchObject([{ id: last, result: 'passed' }])
})

test('a run that found its name taken takes nothing with it', { timeout: 120_000 }, async () => {
  const space = await workspace()
  const job = ['package: single', 'object-name: site.tgz', 'levels: {0: otherwise}']
  space.configure({ job })
  mkdirSync(space.repository)
  writeFileSync(space.path('repository/site.tgz'), 'of somebody else')
  writeFileSync(space.path('source/a'), 'content')
  expectError(await space.run(['backup', '--json']), 1, 'store-condition-failed')
  const claims = space.keysUnder('data/tree/').filter((key) => key.endsWith('/~outside/site.tgz'))
  expect(claims).toHaveLength(1)
  age(space)
  // The claim is younger than what it lays claim to.
  const later = Date.now() / 1000 - 2 * 24 * 3600
  utimesSync(space.path('repository', claims[0] ?? ''), later, later)
  const cleaned = await space.run(['cleanup', '--json'])
  expect(cleaned.json.errors).toEqual([])
  expect(cleaned.json.results[0].garbage).toHaveLength(1)
  expect(space.keysUnder('data/')).toEqual([])
  expect(space.read('repository/site.tgz')).toBe('of somebody else')

  rmSync(space.path('repository/site.tgz'))
  const id = await backUp(space)
  expectError(await space.run(['backup', '--json']), 1, 'store-condition-failed')
  age(space)
  expect((await space.run(['cleanup', '--json'])).json.results[0].garbage).toHaveLength(1)
  const verified = await space.run(['verify', id, '--json', '--identity', space.identity])
  expect(verified.json.results).toMatchObject([{ id, result: 'passed' }])
})

test('an object-name is no place of Holdfast itself', async () => {
  const space = await workspace()
  space.configure({ job: ['package: single', 'object-name: "manifests/{id}.json"'] })
  expectError(await space.run(['backup', '--json']), 2, 'usage')
  expect(space.keysUnder('manifests/')).toEqual([])
})

test('garbage of a job that was removed is collected, its backups are kept and told of', {
  timeout: 120_000,
}, async () => {
  const space = await workspace()
  const kept = await backUp(space)
  const dead = await backUp(space)
  loseManifest(space, 'tree', dead)
  const renamed = space.read('holdfast.yml').replace('  tree:', '  orchard:')
  space.write('holdfast.yml', renamed)
  await backUp(space)
  const dry = await space.run(['cleanup', '--dry-run', '--json'])
  expect(dry.json.results.map(({ job }) => job)).toEqual(['orchard', 'tree'])
  expect(of(space, dead)).not.toEqual([])
  const named = await space.run(['cleanup', 'orchard', '--json'])
  expect(named.json.results.map(({ job }) => job)).toEqual(['orchard'])
  const ran = await space.run(['cleanup', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results[1]).toMatchObject({
    job: 'tree',
    deleted: [],
    kept: [{ id: kept }],
    garbage: [{ key: `data/tree/${dead}` }],
  })
  expect(of(space, dead)).toEqual([])
  expect(existsSync(space.path(`repository/manifests/tree/${kept}.json`))).toBe(true)
  const told = await space.run(['cleanup', '--verbose'])
  expect(told.exitCode).toBe(0)
  expect(told.stdout + told.stderr).toContain('holds 1 backup of tree')
})
