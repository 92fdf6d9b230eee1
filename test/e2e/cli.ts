import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'holdfast.cjs')

export interface CliOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Another program to start the bin through: `[setpriv, --reuid=…]`. */
  readonly through?: readonly string[]
}

/** What `--json` prints. Loose on purpose: tests say what they expect of it. */
export interface Document {
  readonly command: string
  readonly status: string
  readonly exitCode: number
  // biome-ignore lint/suspicious/noExplicitAny: the results of each command have their own fields
  readonly results: readonly any[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
  readonly errors: readonly {
    readonly code: string
    readonly message: string
    readonly hint?: string
    readonly context?: Readonly<Record<string, unknown>>
  }[]
}

export interface CliResult {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Of the whole standard output, for what is not text. */
  readonly bytes: Buffer
  /** The one document of `--json`; throws where standard output is anything else. */
  readonly json: Document
  readonly milliseconds: number
}

/** A running command line. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<CliResult>
  /** What it has written so far, to both outputs. */
  heard(): string
  /** Sends a signal to the bin alone, as a runner does. */
  signal(name: NodeJS.Signals): void
  /** Kills the bin and all it started. */
  killGroup(): void
}

/** Nothing of the machine that runs the tests may decide what a test sees. */
function environment({ cwd, env = {} }: CliOptions): NodeJS.ProcessEnv {
  const { PATH, LANG } = process.env
  return {
    PATH,
    LANG,
    HOME: cwd,
    HOLDFAST_DEV: '1',
    HOLDFAST_STATE_DIR: join(cwd, 'state'),
    NODE_NO_WARNINGS: '1',
    ...env,
  }
}

function parse(stdout: string): Document {
  try {
    return JSON.parse(stdout) as Document
  } catch (cause) {
    throw new Error(`standard output is not one JSON document: ${stdout.slice(0, 2000)}`, { cause })
  }
}

/** Starts `holdfast` in a process group of its own. */
export function start(args: readonly string[], options: CliOptions): Running {
  const started = performance.now()
  const [command = '', ...rest] = [...(options.through ?? []), process.execPath, bin, ...args]
  const child = spawn(command, rest, {
    cwd: options.cwd,
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => {
      const bytes = Buffer.concat(stdout)
      const text = bytes.toString('utf8')
      resolve({
        exitCode,
        signal,
        bytes,
        stdout: text,
        stderr: Buffer.concat(stderr).toString('utf8'),
        milliseconds: performance.now() - started,
        get json() {
          return parse(text)
        },
      })
    })
  })
  return {
    child,
    ended,
    heard: () => Buffer.concat([...stdout, ...stderr]).toString('utf8'),
    signal: (name) => void child.kill(name),
    killGroup: () => {
      if (child.pid === undefined || child.exitCode !== null) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
      }
    },
  }
}

/** Runs `holdfast` and waits for its end. */
export function cli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return start(args, options).ended
}
