import { existsSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { CommandContext, RunIdentity } from '../../commands/context.ts'
import { createDrivers, driverSchemas } from '../../composition/drivers.ts'
import { readVersion } from '../../composition/version.ts'
import { type Config, configFromFlags, loadConfig } from '../../config/config.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Reporter } from '../../domain/event.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { fixedClock, systemClock } from '../../process/clock.ts'
import type { CommandSpec } from './command-table.ts'
import type { GlobalOptions, Options } from './options.ts'

export interface ContextParts {
  readonly spec: CommandSpec
  readonly args: readonly string[]
  readonly options: GlobalOptions & Options
  readonly clock: Clock
  readonly rehearsal: boolean
  readonly reporter: Reporter
  readonly signal: AbortSignal
}

/** The clock of this run: HOLDFAST_NOW replaces the wall clock. Errors: `usage` for a text that is no time. */
export function clockOf(environment: NodeJS.ProcessEnv): { clock: Clock; rehearsal: boolean } {
  const { HOLDFAST_NOW: text } = environment
  if (text === undefined || text === '') return { clock: systemClock, rehearsal: false }
  const now = new Date(text)
  if (Number.isNaN(now.getTime())) {
    throw new HoldfastError('usage', `HOLDFAST_NOW is ${text}, which is no ISO time`, {
      hint: 'Write it as in 2026-12-31T23:00:00Z, or unset it.',
    })
  }
  return { clock: fixedClock(now), rehearsal: true }
}

function stateDirectory(environment: NodeJS.ProcessEnv): string {
  const { HOLDFAST_STATE_DIR: own, XDG_STATE_HOME: xdg } = environment
  if (own) return own
  return join(xdg || join(homedir(), '.local', 'state'), 'holdfast')
}

function runIdentity(environment: NodeJS.ProcessEnv): RunIdentity {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_ACTOR: actor,
  } = environment
  const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined
  const run = id || actor ? { ...(url && { url }), ...(id && { id }), ...(actor && { actor }) } : undefined
  return { host: hostname(), version: readVersion(), ...(run && { run }) }
}

function environmentOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}

function looksLikeSource(text: string): boolean {
  return /[/=]|^zfs:|^\.{1,2}$/.test(text)
}

interface Loaded {
  readonly config: Config
  /** Job names or ids: sources have become jobs. */
  readonly args: readonly string[]
}

function fromFlags({ spec, args, options }: ContextParts): Loaded {
  const isBackup = spec.sources === true
  const sources = isBackup ? args : []
  const config = configFromFlags(
    {
      sources,
      destinations: options.destination ?? [],
      recipients: (options.recipient as string[] | undefined) ?? [],
      unencrypted: options.encryption === false || !isBackup,
      ...(typeof options.compression === 'string' && { compression: options.compression }),
    },
    {
      cwd: process.cwd(),
      environment: process.env,
      ...(options.envFile === undefined ? {} : { envFile: options.envFile }),
      drivers: driverSchemas,
    },
  )
  return { config, args: isBackup ? [] : args }
}

/** Flags describe the run where sources are named, or where `--destination` is a path or URL and not a name. */
function load(parts: ContextParts): Loaded & { fromFlags: boolean } {
  const { spec, args, options } = parts
  const drivers = driverSchemas
  if (spec.bare)
    return {
      config: configFromFlags(
        { sources: [], destinations: [] },
        { cwd: process.cwd(), environment: process.env, drivers },
      ),
      args,
      fromFlags: true,
    }
  if (spec.sources === true && args.length > 0 && args.every(looksLikeSource))
    return { ...fromFlags(parts), fromFlags: true }
  try {
    const config = loadConfig({
      file: options.config,
      cwd: process.cwd(),
      environment: process.env,
      envFile: options.envFile,
      drivers,
    })
    const unknown = (options.destination ?? []).filter((name) => !config.destinationNames.includes(name))
    const isPlace = (name: string) => /[/:]/.test(name) || existsSync(name)
    if (unknown.length > 0 && unknown.every(isPlace)) return { ...fromFlags(parts), fromFlags: true }
    return { config, args, fromFlags: false }
  } catch (error) {
    const places = options.destination ?? []
    if (hasCode(error, 'config-not-found') && options.config === undefined && places.length > 0) {
      return { ...fromFlags(parts), fromFlags: true }
    }
    throw error
  }
}

async function ask(question: string, options: GlobalOptions): Promise<void> {
  if (options.yes) return
  if (process.stdin.isTTY !== true || options.json || options.events) {
    throw new HoldfastError('confirmation-needed', 'this needs a yes, and there is no terminal to ask', {
      hint: 'Look at the plan with --dry-run, then repeat the command with --yes.',
      context: { question },
    })
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await prompt.question(`${question} [y/N] `)
    if (/^y(es)?$/i.test(answer.trim())) return
  } finally {
    prompt.close()
  }
  throw new HoldfastError('confirmation-needed', 'not confirmed: nothing was done', {
    hint: 'Answer y to go on, or add --yes.',
  })
}

async function askText(question: string, option: string, options: GlobalOptions): Promise<string> {
  if (process.stdin.isTTY === true && !options.json && !options.events && !options.yes) {
    const prompt = createInterface({ input: process.stdin, output: process.stderr })
    try {
      const answer = (await prompt.question(`${question} `)).trim()
      if (answer !== '') return answer
    } finally {
      prompt.close()
    }
  }
  throw new HoldfastError('usage', `${option} is missing`, { hint: `Say it with ${option}: ${question}` })
}

/** Everything a command may touch, made of the process and its command line. */
export function createContext(parts: ContextParts): {
  context: CommandContext
  args: readonly string[]
  note(): void
} {
  const { options, clock, reporter, signal, rehearsal } = parts
  const loaded = load(parts)
  const context: CommandContext = {
    config: loaded.config,
    readConfig: (file) =>
      loadConfig({ file, cwd: process.cwd(), environment: process.env, drivers: driverSchemas }),
    drivers: createDrivers(systemClock),
    clock,
    rehearsal,
    reporter,
    signal,
    environment: environmentOf(process.env),
    cwd: process.cwd(),
    stateDirectory: stateDirectory(process.env),
    workerUrl: workerUrl(),
    identity: runIdentity(process.env),
    onlyDestinations: loaded.fromFlags ? [] : (options.destination ?? []),
    ...(options.identity === undefined ? {} : { identityFile: options.identity }),
    confirm: (question) => ask(question, options),
    ask: (question, option) => askText(question, option, options),
    stdout: process.stdout,
  }
  return {
    context,
    args: loaded.args,
    note: () =>
      reporter.on({
        type: 'finding',
        finding: {
          severity: 'info',
          code: 'rehearsal',
          message: `HOLDFAST_NOW is set: this runs as if it were ${clock.now().toISOString()}`,
        },
      }),
  }
}

/** The worker's own bundle beside this one, or its source while developing. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? '../volume-worker.ts' : '../worker/index.js', import.meta.url)
}
