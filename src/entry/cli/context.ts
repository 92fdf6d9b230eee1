import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import type { CommandContext, RunIdentity } from '../../commands/context.ts'
import { createDrivers, driverSchemas } from '../../composition/drivers.ts'
import { readVersion } from '../../composition/version.ts'
import { loadConfig } from '../../config/config.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Reporter } from '../../domain/event.ts'
import { HoldfastError } from '../../errors/error.ts'
import { fixedClock, systemClock } from '../../process/clock.ts'
import { type CommandLine, loadFor } from './load-config.ts'
import { ask, confirm } from './prompts.ts'

export interface ContextParts extends CommandLine {
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

/** Everything a command may touch, made of the process and its command line. */
export function createContext(parts: ContextParts): {
  context: CommandContext
  args: readonly string[]
  note(): void
} {
  const { options, clock, reporter, signal, rehearsal } = parts
  const loaded = loadFor(parts)
  const state = stateDirectory(process.env)
  const context: CommandContext = {
    config: loaded.config,
    readConfig: (file) =>
      loadConfig({ file, cwd: process.cwd(), environment: process.env, drivers: driverSchemas }),
    drivers: createDrivers({
      clock: systemClock,
      stateDirectory: state,
      environment: loaded.config.environment,
    }),
    clock,
    rehearsal,
    reporter,
    signal,
    environment: environmentOf(process.env),
    cwd: process.cwd(),
    stateDirectory: state,
    workerUrl: workerUrl(),
    identity: runIdentity(process.env),
    onlyDestinations: loaded.fromFlags ? [] : (options.destination ?? []),
    ...(options.identity === undefined ? {} : { identityFile: options.identity }),
    confirm: (question) => confirm(question, options, reporter),
    ask: (question, option) => ask(question, option, options),
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
