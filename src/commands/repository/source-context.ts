import type { Finding } from '../../domain/finding.ts'
import type { Source, SourceContext } from '../../domain/source.ts'
import { type CommandContext, tell } from '../context.ts'
import { environmentForChildren } from './child-environment.ts'

/** The context that a source's restore or drill runs in; what it warns of is also kept in `warnings`. */
export function sourceContextOf(
  context: CommandContext,
  job: string,
  warnings: Finding[],
  signal: AbortSignal = context.signal,
): SourceContext {
  return {
    job,
    signal,
    clock: context.clock,
    environment: environmentForChildren(context),
    warn(finding) {
      warnings.push(finding)
      tell(context, finding, job)
    },
  }
}

/** The source of a stored backup: with the job's settings where the configuration has the job, else with none. */
export function sourceOf(context: CommandContext, job: string, type: string): Source {
  const { config } = context
  if (!config.jobNames.includes(job)) return context.drivers.source(type)
  const { source } = config.job(job)
  return source.type === type ? context.drivers.source(type, source.settings) : context.drivers.source(type)
}
