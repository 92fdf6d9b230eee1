import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { servicesPath } from '../../scripts/services/directory.ts'
import { type ActReport, readActLog } from './act-log.ts'
import { actionRepository } from './action-repository.ts'
import { compileCache } from './compile-cache.ts'

export interface ActOptions {
  /** Path of the workflow in the repository, such as `.github/workflows/backup.yml`. */
  readonly workflow: string
  /** `push`, `schedule`, `workflow_dispatch`, … */
  readonly event?: string
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The payload of the event, besides inputs. */
  readonly payload?: object
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** The environment of every step, as the runner's own would be. */
  readonly env?: Readonly<Record<string, string>>
  /** Only this job of the workflow, and what it needs. */
  readonly job?: string
  /** Stand-ins for other repositories: `actions/checkout@v7` to a directory. */
  readonly localRepository?: Readonly<Record<string, string>>
  /** Labels that stand for this machine, besides self-hosted, ubuntu-latest and those named here. */
  readonly labels?: readonly string[]
  /** Further arguments of act. */
  readonly args?: readonly string[]
}

export interface ActRun extends ActReport {
  /** 1 when any job failed. */
  readonly exitCode: number | null
}

export interface RunningAct {
  readonly child: ChildProcess
  readonly ended: Promise<ActRun>
  /** What was logged so far. */
  log(): string
  /** Cancels the run as the button on GitHub does: steps get SIGINT, `always()` and post steps still run. */
  cancel(): void
}

/** A repository that uses the actions, with act's own directories beside it. */
export interface ActWorkspace {
  readonly root: string
  /** The consumer's check-out. */
  readonly repository: string
  /** What `OWNER/holdfast@v1` stands for. */
  readonly actions: string
  write(path: string, text: string): void
  run(options: ActOptions): Promise<ActRun>
  start(options: ActOptions): RunningAct
  /** Ends what still runs, and removes everything. */
  remove(): Promise<void>
}

/** Every way in which act says that it is a runner with these labels. */
function platforms(labels: readonly string[]): string[] {
  const all = new Set(['self-hosted', 'ubuntu-latest', ...labels])
  return [...all].flatMap((label) => ['-P', `${label}=-self-hosted`])
}

/** Nothing of the machine that runs the tests may decide what a workflow sees. The Node 24 of the tests runs the actions. */
function environment(home: string): NodeJS.ProcessEnv {
  const { PATH = '', LANG } = process.env
  return { PATH: [dirname(process.execPath), PATH].join(delimiter), LANG, HOME: home, ...compileCache }
}

function git(repository: string, ...args: string[]): void {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'init.defaultBranch=main',
  ]
  execFileSync('git', [...identity, ...args], { cwd: repository, stdio: 'ignore' })
}

function flags(name: string, values: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(values).flatMap(([key, value]) => [name, `${key}=${value}`])
}

function argumentsOf(options: ActOptions, space: { root: string; actions: string }): string[] {
  const { root: directory, actions } = space
  const path = (name: string) => join(directory, name)
  writeFileSync(path('empty'), '')
  const payload = { ...options.payload, ...(options.inputs && { inputs: options.inputs }) }
  writeFileSync(path('event.json'), JSON.stringify(payload))
  const replaced = {
    'OWNER/holdfast@v1': actions,
    'OWNER/holdfast@main': actions,
    ...options.localRepository,
  }
  return [
    options.event ?? 'push',
    '--json',
    '--pull=false',
    '--rm',
    '--no-recurse',
    ...['-W', options.workflow, '-e', path('event.json')],
    ...platforms(options.labels ?? []),
    ...['--secret-file', path('empty'), '--env-file', path('empty'), '--var-file', path('empty')],
    ...['--action-cache-path', path('act'), '--cache-server-path', path('cache')],
    ...['--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1'],
    ...['--container-daemon-socket', '-'],
    ...(options.job === undefined ? [] : ['-j', options.job]),
    ...flags('-s', options.secrets),
    ...flags('--var', options.vars),
    ...flags('--env', options.env),
    ...flags('--local-repository', replaced),
    ...(options.args ?? []),
  ]
}

/** The act of `setup:services`, else the one on PATH. */
function actBinary(): string {
  const own = join(servicesPath(), 'act')
  return existsSync(own) ? own : 'act'
}

/**
 * A repository with `files`, committed, whose workflows act runs on this machine. `OWNER/holdfast@v1` in them is this
 * check-out's sources.
 */
export function actWorkspace(files: Readonly<Record<string, string>>): ActWorkspace {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-act-'))
  const repository = join(directory, 'repository')
  const actions = actionRepository(join(directory, 'actions'))
  const running = new Set<RunningAct>()
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), text)
  }
  for (const name of ['repository', 'home']) mkdirSync(join(directory, name))
  for (const [path, text] of Object.entries(files)) write(path, text)
  git(repository, 'init')
  git(repository, 'remote', 'add', 'origin', 'https://github.com/acme/backups.git')
  git(repository, 'add', '--all', '--force')
  git(repository, 'commit', '--message', 'test')

  const start = (options: ActOptions): RunningAct => {
    const child = spawn(actBinary(), argumentsOf(options, { root: directory, actions }), {
      cwd: repository,
      env: environment(join(directory, 'home')),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const text = () => Buffer.concat(chunks).toString('utf8')
    const ended = new Promise<ActRun>((done, reject) => {
      child.on('error', reject)
      child.on('close', (exitCode) => done({ exitCode, ...readActLog(text()) }))
    })
    const run: RunningAct = {
      child,
      ended,
      log: () => readActLog(text()).log,
      cancel: () => void child.kill('SIGINT'),
    }
    running.add(run)
    ended.then(
      () => running.delete(run),
      () => running.delete(run),
    )
    return run
  }
  return {
    root: directory,
    repository,
    actions,
    write,
    start,
    run: (options) => start(options).ended,
    async remove() {
      for (const { child, ended } of [...running]) {
        if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
        await ended
      }
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Runs one workflow of a repository made for it, and removes that. */
export async function runAct(
  options: ActOptions & { readonly files: Readonly<Record<string, string>> },
): Promise<ActRun> {
  const space = actWorkspace(options.files)
  try {
    return await space.run(options)
  } finally {
    await space.remove()
  }
}
