import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectError } from './expect-error.ts'
import { onRemoval, type Workspace, workspace } from './workspace.ts'

async function listedCount(space: Workspace): Promise<number> {
  return (await space.run(['list', '--json'])).json.results.length
}

test('a full disk fails, lists nothing, and says so', async () => {
  const space = await workspace()
  mkdirSync(space.repository)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', space.repository])
  onRemoval(() => void execFileSync('umount', ['-l', space.repository]))
  writeFileSync(space.path('source/a'), 'small')
  expect((await space.run(['backup', '--json'])).exitCode).toBe(0)
  writeFileSync(space.path('source/big'), randomBytes(20_000_000))
  expectError(await space.run(['backup', '--level', '0', '--json']), 1, 'disk-full')
  expect(await listedCount(space)).toBe(1)
  const restored = await space.run([
    'restore',
    'tree',
    '--to',
    space.path('out'),
    '--identity',
    space.identity,
    '--yes',
    '--json',
  ])
  expect(restored.json.errors).toEqual([])
})

test('a repository that may not be written to', async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'content')
  expect((await space.run(['backup', '--json'])).exitCode).toBe(0)
  execFileSync('mount', ['--bind', '-o', 'ro', space.repository, space.repository])
  onRemoval(() => void execFileSync('umount', ['-l', space.repository]))
  expectError(await space.run(['backup', '--json']), 1, 'store-unwritable')
  const restored = await space.run([
    'restore',
    'tree',
    '--to',
    space.path('out'),
    '--identity',
    space.identity,
    '--yes',
    '--json',
  ])
  expect(restored.json.errors).toEqual([])
})

test('no tar on the PATH: a full backup, loudly, and no restore', async () => {
  const space = await workspace()
  space.write('source/a', 'content')
  const bin = space.path('bin')
  mkdirSync(bin)
  for (const tool of ['sh', 'cat']) symlinkSync(`/bin/${tool}`, join(bin, tool))
  const env = { PATH: bin }
  const { exitCode, json } = await space.run(['backup', '--json'], { env })
  expect(exitCode).toBe(0)
  expect(json.warnings.map(({ code }) => code)).toEqual(['tar-missing'])
  const opened = ['--identity', space.identity, '--json']
  const restored = await space.run(['restore', 'tree', '--to', space.path('out'), '--yes', ...opened], {
    env,
  })
  const error = expectError(restored, 1, 'tool-missing')
  expect(error.message).toContain('tar')
  const drilled = await space.run(['drill', ...opened])
  expect(drilled.json.results).toMatchObject([{ result: 'passed' }])
})

test('a timeout, a failing hook and a guard keep the backup from being listed', async () => {
  const space = await workspace()
  const source = ['type: command', 'run: [sh, -c, "echo data; sleep 30"]']
  space.configure({ source, job: ['timeout: 1s'] })
  const late = await space.run(['backup', '--json'])
  expectError(late, 1, 'timeout')
  expect(late.milliseconds).toBeLessThan(25_000)

  space.configure({
    job: ['hooks:', '  before: [sh, -c, "exit 3"]', `  on-failure: [touch, ${space.path('told')}]`],
  })
  expectError(await space.run(['backup', '--json']), 1, 'hook-failed')
  expect(space.read('told')).toBe('')

  writeFileSync(space.path('source/a'), 'content')
  space.configure({ job: ['guards: {min-size: {limit: 1MiB, then: fail}}'] })
  const small = expectError(await space.run(['backup', '--json']), 1, 'backup-too-small')
  expect(small.hint).toContain('min-size')
  expect(space.keysUnder('manifests/')).toEqual([])
  expect(await listedCount(space)).toBe(0)
  const logs = await space.run(['logs', '--json'])
  expect(logs.json.results).toHaveLength(3)
})

test('an after hook that fails takes no backup back', async () => {
  const space = await workspace()
  const told = `env | grep ^HOLDFAST_ID= > ${space.path('told')}; echo $HOLDFAST_STATUS >> ${space.path('told')}`
  space.configure({
    job: ['hooks:', '  after: [sh, -c, "echo no mail >&2; exit 3"]', `  on-failure: [sh, -c, "${told}"]`],
  })
  const ran = await space.run(['backup', '--json'])
  const error = expectError(ran, 3, 'hook-failed')
  expect(error.message).toBe('the after hook of job tree failed: sh exited with status 3: no mail')
  expect(error.hint).toContain("`sh -c 'echo no mail >&2; exit 3'`")
  const [result] = ran.json.results
  expect({ document: ran.json.status, result: result.status }).toEqual({
    document: 'partial',
    result: 'partial',
  })
  expect(result.destinations).toMatchObject([{ name: 'local', status: 'success' }])
  expect(space.read('told')).toBe(`HOLDFAST_ID=${result.id}\npartial\n`)
  const [listed] = (await space.run(['list', '--json'])).json.results
  expect(listed).toMatchObject({ id: result.id, complete: true })
  expect((await space.run(['logs', '--json'])).json.results).toMatchObject([
    { id: result.id, status: 'partial', error: { code: 'hook-failed' } },
  ])
})

test('a job that is not due is a result', async () => {
  const space = await workspace()
  space.configure({ job: ['every: 24h'] })
  expect((await space.run(['backup', '--due', '--json'])).json.results[0]).toMatchObject({
    status: 'success',
  })
  const again = await space.run(['backup', '--due', '--json'])
  expect(again.exitCode).toBe(0)
  expect(again.json.status).toBe('success')
  expect(again.json.results).toEqual([{ job: 'tree', status: 'not-due' }])
  expect(await listedCount(space)).toBe(1)
})

test('a state directory that may not be written to', async () => {
  const space = await workspace()
  writeFileSync(space.path('state'), 'a file')
  expectError(await space.run(['backup', '--json']), 1, 'state-unusable')
})
