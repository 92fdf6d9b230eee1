import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import { get, keys, put, text } from '../../conformance/store-suite.ts'
import { leftovers, temporaryRoot } from './directory-fixture.ts'
import { openStore } from './open.ts'

const run = promisify(execFile)
const program = fileURLToPath(new URL('./child.ts', import.meta.url))
const traced = (process.env.PATH ?? '')
  .split(delimiter)
  .some((directory) => existsSync(join(directory, 'strace')))

function start(...task: string[]): ChildProcess & { heard(): string } {
  const child = spawn(process.execPath, [program, ...task], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return Object.assign(child, { heard: () => output })
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** What the child says when the kernel answers some of its calls wrongly. */
async function lied(injection: string, ...task: string[]): Promise<string> {
  const trace = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${injection.split(':')[0]}`,
    '-e',
    `inject=${injection}`,
  ]
  return (await run('strace', [...trace, process.execPath, program, ...task])).stdout
}

test('a killed upload is never seen', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await put(store, 'data/kept', text('kept'))
  for (const key of ['data/new', 'data/kept']) {
    const child = start('stream', root, key)
    while (!child.heard().includes('streaming')) await systemClock.sleep(10)
    await kill(child)
  }
  expect(await keys(store, '')).toEqual(['data/kept'])
  expect(String(await get(store, 'data/kept'))).toBe('kept')
  expect(await leftovers(root)).toHaveLength(2)
})

test('no update is lost among processes that are killed and frozen while they swap', {
  timeout: 180_000,
}, async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await put(store, 'leases/counter', text('0'))
  const begin = () => start('count', root, 'leases/counter')
  const running = Array.from({ length: 4 }, begin)
  const ended: typeof running = []
  for (let round = 0; round < 20; round++) {
    const at = round % running.length
    const child = running[at] as (typeof running)[number]
    // However long it takes to start: each has counted before it is killed.
    const before = child.heard().length
    while (child.heard().length < before + 10) await systemClock.sleep(5)
    if (round % 3 === 0) {
      child.kill('SIGSTOP')
      await systemClock.sleep(40)
      child.kill('SIGCONT')
      continue
    }
    await kill(child)
    ended.push(child)
    running[at] = begin()
  }
  await Promise.all(running.map(kill))
  const said = [...ended, ...running].reduce((sum, child) => sum + child.heard().length, 0)
  const counted = Number(await get(store, 'leases/counter'))
  // A process may die between its swap and its word, at most once.
  expect(counted).toBeGreaterThanOrEqual(said)
  expect(counted).toBeLessThanOrEqual(said + ended.length + running.length)
  expect(said).toBeGreaterThan(100)
  const survivor = await store.stat('leases/counter')
  await put(store, 'leases/counter', text('over'), { when: { etag: survivor?.etag ?? '' } })
})

test.runIf(traced)('is on the disk before it has its name, and the name before put returns', async () => {
  const root = join(await temporaryRoot(), 'root')
  const log = `${root}.log`
  const calls = 'trace=fsync,link,linkat,rename,renameat,renameat2,unlink,unlinkat'
  await run('strace', [
    '-f',
    '-qq',
    '-y',
    '-o',
    log,
    '-e',
    calls,
    process.execPath,
    program,
    'create',
    root,
    'data/x',
    'x',
  ])
  const lines = (await readFile(log, 'utf8'))
    .split('\n')
    .filter((line) => line.includes(dirname(root)) && !line.includes('resumed'))
  const at = (pattern: RegExp) => lines.findIndex((line) => pattern.test(line))
  const named = at(/link(at)?\(.*\.part"/)
  expect(at(/fsync\(.*\.part>/)).toBeGreaterThanOrEqual(0)
  expect(at(/fsync\(.*\.part>/)).toBeLessThan(named)
  const after = lines.slice(named).join('\n')
  expect(after).toMatch(/fsync\(\d+<[^>]*\/root\/data>/)
  const parents = lines.join('\n')
  expect(parents).toMatch(/fsync\(\d+<[^>]*\/root>/)
  expect(parents).toMatch(new RegExp(`fsync\\(\\d+<${dirname(root)}>`))
})

test.runIf(traced)('works where the file system has no links, with one winner', async () => {
  const root = await temporaryRoot()
  const noLinks = 'link,linkat:error=EPERM'
  expect(await lied(noLinks, 'create', root, 'data/x', 'first')).toBe('done')
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map((at) => lied(noLinks, 'create', root, 'data/y', `${at}`)),
  )
  expect(outcomes.sort()).toEqual(['done', ...Array(3).fill('store-condition-failed')])
  expect(await lied(noLinks, 'replace', root, 'data/x', 'second')).toBe('done')
  const store = await openStore(root)
  expect(String(await get(store, 'data/x'))).toBe('second')
  expect(await leftovers(root)).toEqual([])
})

test.runIf(traced).each([
  ['fsync:error=EIO', 'store-unreachable'],
  ['link,linkat:error=EIO', 'store-unreachable'],
  ['link,linkat:error=ENOSPC', 'disk-full'],
])('with %s nothing appears', async (injection, code) => {
  const root = await temporaryRoot()
  expect(await lied(injection, 'create', root, 'data/x', 'x')).toBe(code)
  const store = await openStore(root)
  expect(await keys(store, '')).toEqual([])
  expect(await leftovers(root)).toEqual([])
})
