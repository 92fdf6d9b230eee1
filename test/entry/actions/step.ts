import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach } from 'vitest'
import { type GeneratedKeys, generateKeys } from '../../../src/commands/keygen.ts'
import type { ActionName } from '../../../src/entry/actions/actions.ts'
import type { Document } from '../../e2e/cli.ts'
import { compileCache } from '../../services/compile-cache.ts'

const main = resolve('src/entry/main.ts')

export interface StepResult {
  readonly exitCode: number | null
  /** What the runner reads, commands included. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly state: Readonly<Record<string, string>>
  /** The output `results`. */
  readonly results: Document
  /** `::error` and `::warning` lines. */
  readonly annotations: readonly string[]
}

export interface RunningStep {
  readonly child: ChildProcess
  readonly ended: Promise<StepResult>
}

/** A job on a runner: its directories, and steps that run in it. */
export interface Job {
  readonly root: string
  readonly workspace: string
  readonly temporary: string
  readonly repository: string
  readonly source: string
  readonly keys: GeneratedKeys
  path(...names: string[]): string
  /** Writes holdfast.yml into the workspace: one job `tree` of the source to `local`; `extra` are lines of the job. */
  configure(extra?: readonly string[]): void
  start(action: ActionName, inputs?: Inputs, env?: Inputs): RunningStep
  run(action: ActionName, inputs?: Inputs, env?: Inputs): Promise<StepResult>
  /** The `post` of a step that ran before, with what that saved, or with `state` instead. */
  post(action: ActionName, of: StepResult, inputs?: Inputs, state?: Inputs): Promise<StepResult>
}

type Inputs = Readonly<Record<string, string>>

const made: string[] = []
const running: RunningStep[] = []

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})

/** `name<<mark`, the value, `mark`: the format of a runner's files. */
function readFile(file: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', , value = ''] of readFileSync(file, 'utf8').matchAll(
    /^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm,
  )) {
    found[name] = value
  }
  return found
}

/** A job with keys and a source of one file. */
export async function newJob(): Promise<Job> {
  const root = mkdtempSync(join(tmpdir(), 'holdfast-action-'))
  made.push(root)
  const path = (...names: string[]) => join(root, ...names)
  const keys = await generateKeys(path('keys'), new Date())
  for (const name of ['workspace', 'temporary', 'source']) mkdirSync(path(name))
  writeFileSync(path('source', 'letter.txt'), 'dear diary\n'.repeat(1000))
  let steps = 0
  const begin = (
    call: 'action' | 'post',
    action: ActionName,
    inputs: Inputs = {},
    env: Inputs = {},
  ): RunningStep => {
    steps += 1
    const file = (name: string) => path(`${name}-${steps}`)
    for (const name of ['output', 'summary', 'state']) writeFileSync(file(name), '')
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const entry = path(`${call}-${action}.mjs`)
    writeFileSync(entry, `import { ${call} } from '${main}'\nawait ${call}('${action}')\n`)
    const child = spawn(process.execPath, [entry], {
      cwd: path('workspace'),
      env: {
        PATH: process.env.PATH,
        HOME: root,
        NODE_NO_WARNINGS: '1',
        ...compileCache,
        HOLDFAST_STATE_DIR: path('holdfast-state'),
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: path('workspace'),
        RUNNER_TEMP: path('temporary'),
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_STATE: file('state'),
        ...Object.fromEntries(given),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise<StepResult>((done, reject) => {
      child.on('error', reject)
      child.on('close', (exitCode) => {
        const log = Buffer.concat(chunks).toString('utf8')
        const outputs = readFile(file('output'))
        done({
          exitCode,
          log,
          outputs,
          summary: readFileSync(file('summary'), 'utf8'),
          state: readFile(file('state')),
          annotations: log.split('\n').filter((line) => /^::(error|warning) /.test(line)),
          get results() {
            return JSON.parse(outputs.results ?? '') as Document
          },
        })
      })
    })
    const step = { child, ended }
    running.push(step)
    return step
  }
  return {
    root,
    workspace: path('workspace'),
    temporary: path('temporary'),
    repository: path('repository'),
    source: path('source'),
    keys,
    path,
    configure(extra = []) {
      const lines = [
        'version: 1',
        `destinations: { local: { type: filesystem, path: "${path('repository')}" } }`,
        `encryption: { recipients: [${keys.recipient}], identity-file: "${path('keys', 'identity.txt')}" }`,
        'defaults: { to: [local] }',
        'jobs:',
        '  tree:',
        `    source: { type: directory, path: "${path('source')}" }`,
        ...extra.map((line) => `    ${line}`),
      ]
      writeFileSync(path('workspace', 'holdfast.yml'), `${lines.join('\n')}\n`)
    },
    start: (action, inputs, env) => begin('action', action, inputs, env),
    run: (action, inputs, env) => begin('action', action, inputs, env).ended,
    post(action, of, inputs, state = of.state) {
      const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
      return begin('post', action, inputs, Object.fromEntries(saved)).ended
    },
  }
}
