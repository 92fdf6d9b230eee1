import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import type { CommandContext, RunIdentity } from '../../commands/context.ts'
import { createDrivers, driverSchemas } from '../../composition/drivers.ts'
import { readVersion } from '../../composition/version.ts'
import { loadConfig } from '../../config/config.ts'
import { systemClock } from '../../process/clock.ts'

/** What a face of Holdfast, the command line or an action, gives a command; the rest comes from the process. */
export type FaceParts = Pick<
  CommandContext,
  | 'config'
  | 'clock'
  | 'rehearsal'
  | 'reporter'
  | 'signal'
  | 'onlyDestinations'
  | 'identityFile'
  | 'confirm'
  | 'ask'
  | 'stateCache'
>

/** Where this host keeps journals, caches and notes of what has to be tidied up. */
export function stateDirectoryOf(environment: NodeJS.ProcessEnv): string {
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

/** The worker's own bundle beside this one, or its source while developing. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? '../volume-worker.ts' : '../worker/index.js', import.meta.url)
}

/** Everything a command may touch, made of this process and what its face gives. */
export function commandContext(parts: FaceParts): CommandContext {
  const state = stateDirectoryOf(process.env)
  return {
    ...parts,
    readConfig: (file) =>
      loadConfig({ file, cwd: process.cwd(), environment: process.env, drivers: driverSchemas }),
    drivers: createDrivers({
      clock: systemClock,
      stateDirectory: state,
      environment: parts.config.environment,
      onPatience: (message) => parts.reporter.on({ type: 'step', message }),
    }),
    environment: environmentOf(process.env),
    cwd: process.cwd(),
    stateDirectory: state,
    workerUrl: workerUrl(),
    identity: runIdentity(process.env),
    stdout: process.stdout,
  }
}
