import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startPostgres } from '../services/postgres.ts'
import { hasPostgres } from '../services/postgres-installation.ts'
import { waitFor } from './wait-for.ts'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 180_000

function configure(space: Workspace, source: readonly string[], job: readonly string[] = []): void {
  space.configure({
    source,
    destinations: [
      `local: {type: filesystem, path: ${space.repository}}`,
      `second: {type: filesystem, path: ${space.path('second')}}`,
    ],
    to: 'local, second',
    encryption: [`recipients: [${space.keys.recipient}]`, `identity-file: ${space.identity}`],
    job,
  })
}

/** What a test must leave alone or take away again. */
const left = (space: Workspace) =>
  space.keysUnder('').filter((key) => !/^(holdfast\.json|RESTORE\.md|leases\/|lost\+found|\.)/.test(key))

test('a test makes a backup, reads it back everywhere, restores it, and leaves nothing', {
  timeout,
}, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/letter'), 'dear diary')
  configure(space, ['type: directory', `path: ${space.source}`])
  const ran = await space.run(['test', 'tree', '--json'])
  expect(ran.json).toMatchObject({
    command: 'test',
    exitCode: 0,
    results: [{ job: 'tree', result: 'passed', id: expect.stringContaining('-L0-') }],
  })
  expect(
    ran.json.results[0].steps.map(({ name, result }: Record<string, string>) => `${name}: ${result}`),
  ).toEqual([
    'backup: passed',
    'read back from local: passed',
    'read back from second: passed',
    'contents: passed',
    'restore: passed',
    'tidy up: passed',
  ])
  expect(left(space)).toEqual([])
  const shown = await space.run(['test', 'tree'])
  expect(shown.stdout).toMatch(/✓ tree {2}\S+-L0-\S+ {2}test passed in /)
  expect(shown.stdout).toMatch(/✓ restore +[\d.]+ s {2}.* back from local/)
})

test('backups that were there stay, and are built on as before', { timeout }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/letter'), 'dear diary')
  configure(space, ['type: directory', `path: ${space.source}`], ['package: single', 'compression: gzip'])
  const first = await space.run(['backup', '--json', '--tag', 'test'])
  const before = left(space)
  expect((await space.run(['test', 'tree'])).exitCode).toBe(0)
  expect(left(space)).toEqual(before)
  const next = await space.run(['backup', '--json'])
  expect(next.json.results[0]).toMatchObject({ level: 1, parent: first.json.results[0].id })
})

test('what does not restore exits 5 and is taken away as well', { timeout }, async () => {
  const space = await workspace()
  configure(space, ['type: command', 'run: [echo, hello]', 'drill: {run: [grep, goodbye]}'])
  const ran = await space.run(['test', 'tree', '--json'])
  expect(ran.json).toMatchObject({ exitCode: 5, errors: [{ code: 'verification-failed' }] })
  expect(ran.json.results[0].steps.at(-2)).toMatchObject({
    name: 'restore',
    result: 'failed',
    detail: 'not passed: grep',
  })
  expect(left(space)).toEqual([])
  // The drill that failed belongs to a backup that is gone: it holds nothing up.
  expect((await space.run(['cleanup', '--json'])).exitCode).toBe(0)
})

test.runIf(hasPostgres(15))('a drill without a verdict is no test that passed', { timeout }, async () => {
  const server = await startPostgres()
  try {
    const space = await workspace()
    await server.query('create table items as select generate_series(1, 5000) as id')
    const verify = 'verify: {server: docker}'
    configure(
      space,
      ['type: postgres', `url: "${server.url()}"`],
      ['guards: {min-size: {limit: 1B}}', verify],
    )
    const ran = await space.run(['test', 'tree', '--json'], { env: { DOCKER_HOST: 'unix:///nonexistent' } })
    expect(ran.json).toMatchObject({
      exitCode: 5,
      errors: [{ code: 'drill-inconclusive' }],
      results: [{ result: 'failed' }],
    })
    expect(ran.json.results[0].steps.at(-2)).toMatchObject({
      name: 'restore',
      result: 'failed',
      detail: 'not passed: server',
    })
    expect(left(space)).toEqual([])
  } finally {
    await server.stop()
  }
})

test('a job that another run holds was not tested', { timeout }, async () => {
  const space = await workspace()
  configure(space, ['type: command', 'run: [sleep, "60"]'])
  const holding = space.start(['backup', 'tree'])
  try {
    await waitFor(() => /▶ tree: backup/.test(holding.heard()), 'the other run')
    const ran = await space.run(['test', 'tree', '--on-busy', 'skip', '--json'])
    expect(ran.json).toMatchObject({
      exitCode: 6,
      errors: [{ code: 'busy' }],
      results: [{ result: 'failed' }],
    })
    // Nothing was made, and so nothing waits for the other run to be tidied up.
    expect(ran.json.results[0].steps).toMatchObject([{ name: 'backup', result: 'failed' }])
    expect(holding.child.exitCode).toBe(null)
  } finally {
    holding.killGroup()
    await holding.ended
  }
})

test('a source that fails ends the test with its error', { timeout }, async () => {
  const space = await workspace()
  configure(space, ['type: command', 'run: [sh, -c, "echo half; exit 3"]'])
  const ran = await space.run(['test', 'tree', '--json'])
  expect(ran.json).toMatchObject({ exitCode: 1, errors: [{ code: 'tool-failed' }] })
  expect(ran.json.results[0].steps).toMatchObject([
    { name: 'backup', result: 'failed' },
    { name: 'tidy up', result: 'passed' },
  ])
  expect(space.keysUnder('manifests/')).toEqual([])
})

test('without an identity nothing is begun', { timeout }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/letter'), 'dear diary')
  const ran = await space.run(['test', 'tree', '--json'])
  expect(ran.json).toMatchObject({ exitCode: 2, errors: [{ code: 'identity-missing' }] })
  expect(existsSync(space.repository)).toBe(false)
  expect((await space.run(['test', 'tre', '--json'])).json.errors).toMatchObject([{ code: 'job-unknown' }])
})

test('an interrupted test tidies up, and a killed one is tidied up after by the next', {
  timeout,
}, async () => {
  const space = await workspace()
  const drill = (seconds: number) =>
    configure(space, [
      'type: command',
      'run: [echo, hello]',
      `drill: {run: [sh, -c, "touch ${space.path('drilling')}; sleep ${seconds}; cat"]}`,
    ])
  drill(600)
  const first = space.start(['test', 'tree'])
  await waitFor(() => existsSync(space.path('drilling')), 'the drill')
  first.signal('SIGINT')
  expect((await first.ended).exitCode).toBe(130)
  expect(left(space)).toEqual([])
  const second = space.start(['test', 'tree'])
  await waitFor(() => space.keysUnder('manifests/').length === 1, 'a second backup')
  second.killGroup()
  await second.ended
  expect(space.keysUnder('manifests/')).toHaveLength(1)
  drill(0)
  expect((await space.run(['test', 'tree'])).exitCode).toBe(0)
  expect(space.keysUnder('manifests/')).toEqual([])
  expect(readdirSync(space.path('state', 'tests'))).toEqual([])
})
