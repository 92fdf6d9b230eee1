import type { ConfigPart } from '../../config/settings.ts'
import type { CommandContext } from '../context.ts'
import { type EnvironmentLine, environmentLines, usesOidc } from './environment-lines.ts'

/** What the commands of the workflows read of the configuration. */
export const partsOf: Readonly<Record<'backup' | 'cleanup' | 'drill', readonly ConfigPart[]>> = {
  backup: [
    'source',
    'destinations',
    'encryption',
    'state-identity',
    'signing-key',
    'trust',
    'hooks',
    'notifiers',
    'metrics',
  ],
  cleanup: ['destinations', 'trust', 'notifiers', 'metrics'],
  drill: ['source', 'destinations', 'identity', 'signing-key', 'trust', 'verify', 'notifiers', 'metrics'],
}

/** What a step needs that runs a command. */
export interface StepNeeds {
  readonly env: readonly EnvironmentLine[]
  /** GitHub's token for signing in somewhere. */
  readonly oidc: boolean
  /** Files that the configuration takes values from, which are not in a checkout. */
  readonly files: readonly string[]
}

/** What a command needs of the secrets for some jobs, at their destinations or at the named ones. */
export function needsOf(
  { config }: CommandContext,
  command: keyof typeof partsOf,
  step: {
    readonly jobs: readonly string[]
    readonly destinations?: readonly string[]
    readonly hosted: boolean
  },
): StepNeeds {
  const { jobs, hosted } = step
  const destinations = step.destinations ?? [
    ...new Set(jobs.flatMap((job) => config.job(job).to.map(({ name }) => name))),
  ]
  const wanted = { jobs, destinations, parts: partsOf[command] }
  return {
    env: environmentLines(config, { ...wanted, hosted }),
    oidc: usesOidc(config, destinations),
    files: config.files(wanted).map(({ file, path }) => `${file} (${path})`),
  }
}
