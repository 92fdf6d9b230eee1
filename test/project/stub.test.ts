import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const packageName = `node-${process.platform}-${process.arch}`
let installed: string
let stub: string
let oldNode: string

/** A bundle that shows what it was given and obeys its first argument. */
const bundle = `
export async function main(argv) {
  const [verb, value] = argv
  if (verb === 'exit') process.exit(Number(value))
  if (verb === 'die') process.kill(process.pid, value)
  if (verb === 'fail') throw new Error('broken on purpose')
  if (verb !== 'wait') return console.log(JSON.stringify({ argv, stub: process.env.HOLDFAST_STUB, version: process.versions.node }))
  let signals = 0
  process.on('SIGTERM', () => { console.log('got SIGTERM ' + ++signals); setTimeout(() => process.exit(143), 200) })
  process.on('disconnect', () => { console.log('stub is gone'); process.exit(9) })
  console.log('pid ' + process.pid)
  setInterval(() => {}, 1000)
}`

/** What the stub sees under an older Node: everything is real but the version it reads. */
const disguise = `Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: '18.20.4' }) })
Object.defineProperty(process, 'version', { value: 'v18.20.4' })`

function run(args: string[], options: { old?: boolean; env?: Record<string, string> } = {}) {
  const preload = options.old ? ['--require', oldNode] : []
  return spawnSync(process.execPath, [...preload, stub, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...options.env },
  })
}

/** Starts `wait` under an old Node and resolves once the Node 24 below it has said its pid. */
async function startWaiting(): Promise<{ parent: ChildProcess; output: () => string; pid: number }> {
  const parent = spawn(process.execPath, ['--require', oldNode, stub, 'wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  parent.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  while (!text.includes('pid ')) await sleep(20)
  return { parent, output: () => text, pid: Number(/pid (\d+)/.exec(text)?.[1]) }
}

beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), 'holdfast-stub-'))
  for (const folder of ['bin', 'dist/main', 'node_modules', 'src/entry']) {
    mkdirSync(join(installed, folder), { recursive: true })
  }
  stub = join(installed, 'bin/holdfast.cjs')
  oldNode = join(installed, 'old-node.cjs')
  copyFileSync('bin/holdfast.cjs', stub)
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ version: '7.8.9', type: 'module' }))
  writeFileSync(join(installed, 'dist/main/index.js'), bundle)
  writeFileSync(
    join(installed, 'src/entry/cli.ts'),
    'export const main = async (argv: string[]): Promise<void> => console.log("source", argv[0])',
  )
  writeFileSync(oldNode, disguise)
  symlinkSync(join(process.cwd(), 'node_modules', packageName), join(installed, 'node_modules', packageName))
})

afterAll(() => rmSync(installed, { recursive: true, force: true }))

describe('bin/holdfast.cjs on Node 24', () => {
  it('answers --version from package.json', () => {
    expect(run(['--version']).stdout).toBe('7.8.9\n')
  })

  it('goes on in the same process', () => {
    const { stdout, status } = run(['list', '--json'])
    expect(JSON.parse(stdout)).toEqual({ argv: ['list', '--json'], version: process.versions.node })
    expect(status).toBe(0)
  })

  it('runs the sources when developing', () => {
    expect(run(['list'], { env: { HOLDFAST_DEV: '1' } }).stdout).toBe('source list\n')
  })

  it('says what to do where nothing was built', () => {
    const incomplete = mkdtempSync(join(tmpdir(), 'holdfast-incomplete-'))
    mkdirSync(join(incomplete, 'bin'))
    copyFileSync(stub, join(incomplete, 'bin/holdfast.cjs'))
    const started = spawnSync(process.execPath, [join(incomplete, 'bin/holdfast.cjs'), 'list'], {
      encoding: 'utf8',
    })
    rmSync(incomplete, { recursive: true })
    expect(started.stderr).toContain('index.js is missing')
    expect(started.stderr).toContain('npm run package')
    expect(started.status).toBe(2)
  })

  it('reports what the bundle throws and fails', () => {
    const { stderr, status } = run(['fail'])
    expect(stderr).toContain('broken on purpose')
    expect(status).toBe(1)
  })
})

describe('bin/holdfast.cjs on an older Node', () => {
  it('answers --version without starting another Node', () => {
    expect(run(['--version'], { old: true }).stdout).toBe('7.8.9\n')
  })

  it('goes on in the Node of the platform package', () => {
    const { stdout } = run(['list', 'a b'], { old: true })
    const seen = JSON.parse(stdout)
    expect(seen).toMatchObject({ argv: ['list', 'a b'], stub: '1' })
    expect(Number(seen.version.split('.')[0])).toBeGreaterThanOrEqual(24)
  })

  it.each([0, 3, 7])('passes exit status %i on', (status) => {
    expect(run(['exit', String(status)], { old: true }).status).toBe(status)
  })

  it('dies of the signal that its child died of', () => {
    expect(run(['die', 'SIGTERM'], { old: true }).signal).toBe('SIGTERM')
    expect(run(['die', 'SIGKILL'], { old: true }).signal).toBe('SIGKILL')
  })

  it('forwards SIGTERM once and waits for the child', async () => {
    const { parent, output } = await startWaiting()
    parent.kill('SIGTERM')
    const [code] = await once(parent, 'close')
    expect(output()).toMatch(/got SIGTERM 1\n$/)
    expect(code).toBe(143)
  })

  it('lets the child notice that the stub was killed', async () => {
    const { parent, output } = await startWaiting()
    parent.kill('SIGKILL')
    await once(parent, 'close')
    expect(output()).toContain('stub is gone')
  })

  it('says what to do where no Node 24 was installed', () => {
    rmSync(join(installed, 'node_modules', packageName))
    const { stderr, status } = run(['list'], { old: true })
    symlinkSync(
      join(process.cwd(), 'node_modules', packageName),
      join(installed, 'node_modules', packageName),
    )
    expect(stderr).toContain('holdfast: needs Node 24, found v18.20.4')
    expect(stderr).toContain('Install Node 24')
    expect(status).toBe(2)
  })
})

it('has no syntax that Node 12 does not know', () => {
  const text = readFileSync('bin/holdfast.cjs', 'utf8')
  expect(text).not.toMatch(/\?\.[a-z[(]|\?\?|\?\?=|\|\|=|&&=|require\('node:/)
})
