import { tmpdir } from 'node:os'
import { renderTemplate } from '../../config/config.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Source, SourceContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import { type CommandContext, tell } from '../context.ts'
import { environmentForChildren } from './child-environment.ts'

/** Where the job's large temporary files go: `spool` for a backup, `scratch-dir` for the rest, else as the host has it. */
function scratchOf({ config }: CommandContext, job: string, use: 'backup' | 'restore'): string {
  if (!config.jobNames.includes(job)) return tmpdir()
  const { spool, scratchDir } = config.job(job)
  return (use === 'backup' ? (spool ?? scratchDir) : scratchDir) ?? tmpdir()
}

/** The context that a source's restore or drill runs in; what it warns of is also kept in `warnings`. */
export function sourceContextOf(
  context: CommandContext,
  job: string,
  warnings: Finding[],
  use: 'backup' | 'restore' = 'restore',
): SourceContext {
  return {
    job,
    signal: context.signal,
    clock: context.clock,
    environment: environmentForChildren(context),
    scratch: scratchOf(context, job, use),
    stateDirectory: context.stateDirectory,
    warn(finding) {
      warnings.push(finding)
      tell(context, finding, job)
    },
    fillIn: (template, words) =>
      renderTemplate(template, { words, now: context.clock.now(), timezone: context.config.timezone }),
  }
}

/** The settings of a source; undefined where a variable of theirs is not set: who restores need not reach what was backed up. */
function settingsAtHand(source: JobSettings['source']): unknown {
  try {
    return source.settings
  } catch (error) {
    if (hasCode(error, 'config-variable-missing')) return undefined
    throw error
  }
}

/**
 * The source of a stored backup: with the job's settings where the configuration has the job and what they name is there,
 * else with none.
 */
export function sourceOf(context: CommandContext, job: string, type: string): Source {
  const { config } = context
  if (!config.jobNames.includes(job)) return context.drivers.source(type)
  const { source } = config.job(job)
  return context.drivers.source(type, source.type === type ? settingsAtHand(source) : undefined)
}
