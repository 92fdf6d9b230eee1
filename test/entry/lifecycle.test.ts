import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdfast, type Ran } from './in-this-process.ts'

let root: string
const path = (...names: string[]) => join(root, ...names)
const run = (...argv: string[]) => holdfast(argv, { cwd: root })

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-entry-'))
  mkdirSync(path('source/deep'), { recursive: true })
  writeFileSync(path('source/a'), 'first')
  writeFileSync(path('source/deep/b'), 'second')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function good(ran: Ran): Ran {
  const said = ran.stderr === '' ? ran.stdout : ran.stderr
  expect({ exit: ran.exitCode, said }).toEqual({ exit: 0, said })
  return ran
}

/** A life from nothing to a pruned repository; each command once as people see it and once as programs do. */
test('a configuration is made, and what it says happens', { timeout: 300_000 }, async () => {
  good(await run('init', '--source', 'source', '--to', 'repository', '--yes'))
  expect(existsSync(path('holdfast.yml'))).toBe(true)
  expect(good(await run('doctor')).stdout).toContain('this host')

  const dry = good(await run('backup', '--dry-run', '--json'))
  expect(dry.json.results).toMatchObject([{ status: 'dry-run', level: 0 }])
  const first = good(await run('backup', '--json', '--tag', 'daily')).json.results[0]
  expect(first).toMatchObject({ status: 'success', level: 0, files: 2 })
  const job: string = first.job
  writeFileSync(path('source/c'), 'third')
  const second = good(await run('backup', '--level', '1', '--events'))
  const events = second.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).type)
  expect(events).toContain('job-started')
  expect(good(await run('backup', '--verbose')).stdout).toContain('✓')

  const listed = good(await run('list', '--json')).json.results
  expect(listed).toHaveLength(3)
  expect(good(await run('list')).stdout).toContain(first.id)
  expect(good(await run('show', first.id)).stdout).toContain(first.id)
  expect(good(await run('show', job, '--json')).json.results[0].chain.length).toBeGreaterThanOrEqual(2)
  expect(good(await run('logs')).stdout).toContain('backup')
  expect(good(await run('logs', '--json')).json.results).toHaveLength(3)

  for (const depth of ['exists', 'checksum', 'contents']) {
    const verified = good(await run('verify', '--depth', depth, '--json')).json.results
    expect(verified.every(({ result }) => result === 'passed')).toBe(true)
  }
  expect(good(await run('drill')).stdout).toContain('passed')
  expect(good(await run('status')).stdout).toContain(job)

  expect(
    good(await run('restore', job, '--to', 'out', '--dry-run', '--json')).json.results[0].plan,
  ).toBeDefined()
  good(await run('restore', job, '--to', 'out', '--yes'))
  expect(readFileSync(path('out/c'), 'utf8')).toBe('third')
  good(await run('restore', first.id, '--to', 'one', '--include', 'deep/b', '--yes', '--json'))
  expect(existsSync(path('one/a'))).toBe(false)
  const full = await run('restore', job, '--to', 'out', '--yes', '--json')
  expect({ exit: full.exitCode, code: full.json.errors[0]?.code }).toEqual({
    exit: 7,
    code: 'target-not-empty',
  })

  good(await run('hold', first.id, '--reason', 'audit'))
  expect((await run('list', '--json')).json.results.find(({ id }) => id === first.id).held).toBe(true)
  good(await run('release', first.id, '--json'))
  expect(good(await run('cleanup', '--dry-run', '--stats')).stdout).toContain('keep')
  expect(good(await run('cleanup', '--json')).json.results).toHaveLength(1)
})

test('what needs no configuration', { timeout: 180_000 }, async () => {
  expect(JSON.parse(good(await run('schema')).stdout).properties).toHaveProperty('jobs')
  for (const shell of ['bash', 'zsh', 'fish'])
    expect(good(await run('completion', shell)).stdout).toContain('holdfast')
  good(await run('keygen', '--out', 'more-keys', '--json'))
  expect(existsSync(path('more-keys/identity.txt'))).toBe(true)
  expect(good(await run('--help')).stdout).toContain('backup')
  expect(good(await run('demo', '--json')).json.results.at(-1)).toMatchObject({ proven: true })
  const flags = ['--destination', path('flat'), '--recipient', readRecipient()]
  good(await run('backup', path('source'), ...flags))
  expect(existsSync(path('flat/holdfast.json'))).toBe(true)
})

function readRecipient(): string {
  return /age1[a-z0-9]+/.exec(readFileSync(path('more-keys/identity.txt'), 'utf8'))?.[0] ?? ''
}

test.each([
  [['no-such-command'], 2, 'usage'],
  [['backup', '--no-such-option'], 2, 'usage'],
  [['backup', 'no-such-job'], 2, 'job-unknown'],
  [['backup', '--config', 'nowhere.yml'], 2, 'config-not-found'],
  [['show', '20200101T000000Z-L0-aaaaaa'], 1, 'backup-not-found'],
  [['list', '--destination', 'nowhere-near'], 2, 'destination-unknown'],
  [['restore', 'nothing', '--to', 'out'], 1, 'backup-not-found'],
] as const)('%j is one error in a document, and one on the terminal', async (argv, exitCode, code) => {
  const machine = await run(...argv, '--json')
  expect({ exit: machine.exitCode, codes: machine.json.errors.map((error) => error.code) }).toEqual({
    exit: exitCode,
    codes: [code],
  })
  const person = await run(...argv)
  expect(person.exitCode).toBe(exitCode)
  expect(person.stderr).not.toBe('')
  expect(person.stderr).not.toContain('at file://')
})
