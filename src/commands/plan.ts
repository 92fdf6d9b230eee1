import type { JobSettings } from '../config/settings.ts'
import { HoldfastError } from '../errors/error.ts'
import type { PlanLeg } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { dueJobs } from './plan/due.ts'
import { legsOf, legsPerPart, type PlacedJob } from './plan/legs.ts'
import { selectJobs } from './repository/select.ts'

export interface PlanOptions {
  /** For a matrix of GitHub Actions: at most 256 legs. */
  readonly forGithub: boolean
  /** Only jobs that are due: reads the store. */
  readonly due: boolean
  /** Which 256 legs, from 1. */
  readonly part?: number
}

function placed(jobs: readonly JobSettings[]): PlacedJob[] {
  const homeless = jobs.filter(({ runner }) => runner === undefined).map(({ name }) => name)
  if (homeless.length > 0) {
    const subject = homeless.length === 1 ? `job ${homeless[0]} has` : `jobs ${homeless.join(', ')} have`
    throw new HoldfastError('config-invalid', `${subject} no runner, so there is nowhere to run`, {
      hint: 'Add runner: [self-hosted, some-label] to each job, or under defaults.',
      context: { jobs: homeless },
    })
  }
  return jobs.map(({ name, runner = [], environment }) => ({ name, runner, environment }))
}

function partOf(legs: readonly PlanLeg[], { part, forGithub }: PlanOptions): readonly PlanLeg[] {
  if (part === undefined) {
    if (!forGithub || legs.length <= legsPerPart) return legs
    const parts = Math.ceil(legs.length / legsPerPart)
    throw new HoldfastError(
      'usage',
      `the plan has ${legs.length} legs, and GitHub takes ${legsPerPart} in a matrix`,
      {
        hint: `Plan ${parts} parts, each with a matrix of its own: --part 1 to --part ${parts}, the input part of the action.`,
        context: { legs: legs.length, parts },
      },
    )
  }
  if (part < 1) {
    throw new HoldfastError('usage', 'parts of a plan begin with 1', { hint: 'Say --part 1 for the first.' })
  }
  return legs.slice((part - 1) * legsPerPart, part * legsPerPart)
}

/**
 * `holdfast plan [jobs…]`: what would run where, a leg for each pair of runner and environment. Reads the
 * configuration alone, unless `due`. A part beyond the last is empty. Errors: `config-invalid` for a job without
 * `runner`; `usage` where a matrix would be too large and no part is named.
 */
export async function plan(
  context: CommandContext,
  names: readonly string[],
  options: PlanOptions,
): Promise<Outcome> {
  const selected = selectJobs(context, names)
  const jobs = placed(selected.map((name) => context.config.job(name)))
  if (!options.due) return done(partOf(legsOf(jobs), options))
  context.config.prepare({
    jobs: selected,
    ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
    parts: ['destinations', 'trust'],
  })
  const due = await dueJobs(context, selected)
  return done(partOf(legsOf(jobs.filter(({ name }) => due.includes(name))), options))
}
