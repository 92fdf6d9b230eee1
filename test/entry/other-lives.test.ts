import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Workspace, workspace } from '../e2e/workspace.ts'
import { holdfast, type Ran } from './in-this-process.ts'

const codesOf = (ran: Ran) => ({ exit: ran.exitCode, codes: ran.json.errors.map(({ code }) => code) })

function age(space: Workspace): void {
  const then = Date.now() / 1000 - 3 * 24 * 3600
  for (const entry of readdirSync(space.repository, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), then, then)
}

async function scene(options: Parameters<Workspace['configure']>[0] = {}) {
  const space = await workspace()
  space.configure(options)
  writeFileSync(space.path('source/a'), 'content')
  const identity = ['--identity', space.identity]
  const run = (...argv: string[]) => holdfast([...argv, '--json'], { cwd: space.root })
  return { space, identity, run }
}

test('single objects: made, restored, verified, pruned with what lies beside them', {
  timeout: 180_000,
}, async () => {
  const { space, identity, run } = await scene({
    job: [
      'package: single',
      'object-name: "site/{tier}/{id}.tgz"',
      'checksum-file: true',
      'levels: {0: otherwise}',
      'retention: {keep-last: 1}',
    ],
  })
  const ids: string[] = []
  for (const text of ['one', 'two', 'three']) {
    writeFileSync(space.path('source/a'), text)
    ids.push((await run('backup')).json.results[0].id)
  }
  const [first = '', dead = '', last = ''] = ids
  expect((await run('verify', '--depth', 'contents', last, ...identity)).json.results[0].result).toBe(
    'passed',
  )
  expect((await run('restore', 'tree', '--to', 'out', '--yes', ...identity)).exitCode).toBe(0)
  expect(space.read('out/a')).toBe('three')
  expect(
    (await run('restore', 'tree', '--to', 'some', '--include', 'a', '--yes', ...identity)).exitCode,
  ).toBe(0)
  rmSync(space.path(`repository/manifests/tree/${dead}.json`))
  age(space)
  const cleaned = (await run('cleanup', '--stats')).json.results[0]
  expect(cleaned.deleted).toMatchObject([{ id: first }])
  expect(cleaned.garbage).toHaveLength(3)
  expect(space.keysUnder('site/').every((key) => key.includes(last))).toBe(true)
})

test('hooks, guards, a timeout and what nobody is told of', { timeout: 180_000 }, async () => {
  const { space, run } = await scene({
    top: ['notifiers: {ops: {type: webhook, url: "http://127.0.0.1:9/hook"}}'],
    job: [
      'notify: [ops]',
      'log: {file: run.log, keep: 2}',
      'hooks: {after: [sh, -c, "echo no mail >&2; exit 3"], on-failure: [touch, told]}',
    ],
  })
  expect(codesOf(await run('backup'))).toEqual({ exit: 3, codes: ['hook-failed'] })
  expect(existsSync(space.path('told'))).toBe(true)
  expect(space.read('run.log')).toContain('tree')
  space.configure({ job: ['guards: {min-size: {limit: 1MiB, then: fail}}', 'levels: {0: otherwise}'] })
  expect(codesOf(await run('backup'))).toEqual({ exit: 1, codes: ['backup-too-small'] })
  space.configure({ job: ['guards: {size-change: {limit: 10%, then: fail}}', 'levels: {0: otherwise}'] })
  writeFileSync(
    space.path('source/a'),
    Buffer.from(Array.from({ length: 300_000 }, () => Math.random() * 256)),
  )
  expect((await run('backup')).exitCode).toBe(1)
  expect((await run('backup', '--accept-size')).exitCode).toBe(0)
  space.configure({ source: ['type: command', 'run: [sleep, "30"]'], job: ['timeout: 1s'] })
  expect(codesOf(await run('backup'))).toEqual({ exit: 1, codes: ['timeout'] })
})

test('checks of a drill, and a backup that is damaged', { timeout: 180_000 }, async () => {
  const checks = [
    '{file: a, min: 1, max: 9}',
    '{run: [cat, a], equals: content}',
    '{file: b}',
    '{run: ["false"]}',
  ]
  const { space, identity, run } = await scene({
    job: [`verify: {depth: restore, every: 7d, checks: [${checks.join(', ')}]}`, 'every: 24h'],
  })
  expect((await run('backup', '--due')).exitCode).toBe(0)
  expect((await run('backup', '--due')).json.results).toEqual([{ job: 'tree', status: 'not-due' }])
  expect((await run('status')).json.results[0].state).toBe('unproven')
  const failed = await run('drill', ...identity)
  expect(codesOf(failed)).toEqual({ exit: 5, codes: ['verification-failed'] })
  expect(codesOf(await run('status'))).toEqual({ exit: 4, codes: ['stale'] })
  expect((await run('status', '--max-age', '1h')).json.results[0].state).toBe('proof-failed')
  const [volume = ''] = space.keysUnder('data/tree/').filter((key) => key.includes('/tree/0'))
  const file = space.path('repository', volume)
  const bytes = readFileSync(file)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(file, bytes)
  for (const depth of ['checksum', 'contents']) {
    const found = await run('verify', '--depth', depth, ...identity)
    expect(codesOf(found)).toEqual({ exit: 5, codes: ['verification-failed'] })
  }
  const restored = await run('restore', 'tree', '--to', 'out', '--yes', ...identity)
  expect(codesOf(restored)).toEqual({ exit: 5, codes: ['object-damaged'] })
  rmSync(file)
  const missing = await run('verify', '--depth', 'exists')
  expect(missing.json.results[0].damaged).toEqual([volume])
})

test('a job that is gone, destinations that fail, and a person who is not asked', {
  timeout: 180_000,
}, async () => {
  const { space, identity, run } = await scene()
  await run('backup')
  const { id } = (await run('backup', '--level', '0')).json.results[0]
  rmSync(space.path(`repository/manifests/tree/${id}.json`))
  age(space)
  space.write('holdfast.yml', space.read('holdfast.yml').replace('  tree:', '  orchard:'))
  await run('backup')
  const cleaned = await run('cleanup')
  expect(cleaned.json.results[1]).toMatchObject({ job: 'tree', garbage: [{ key: `data/tree/${id}` }] })
  expect(codesOf(await run('restore', 'tree', '--to', 'out', ...identity))).toEqual({
    exit: 7,
    codes: ['confirmation-needed'],
  })
  const [one, two] = [space.path('one'), space.path('two')]
  space.configure({
    destinations: [`one: {type: filesystem, path: ${one}}`, `two: {type: filesystem, path: ${two}}`],
    to: 'one, two',
  })
  writeFileSync(two, 'in the way')
  expect(codesOf(await run('backup'))).toEqual({ exit: 3, codes: ['destination-failed'] })
  rmSync(two)
  expect(codesOf(await run('status'))).toEqual({ exit: 4, codes: ['repository-missing', 'stale'] })
  const later = await holdfast(['cleanup', '--json'], {
    cwd: space.root,
    env: { HOLDFAST_NOW: '2090-01-01T00:00Z' },
  })
  expect(later.exitCode).not.toBe(0)
  const wrong = await holdfast(['list', '--json'], { cwd: space.root, env: { HOLDFAST_NOW: 'tomorrow' } })
  expect(codesOf(wrong)).toEqual({ exit: 2, codes: ['usage'] })
})
