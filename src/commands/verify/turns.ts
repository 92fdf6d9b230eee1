import type { Standing } from '../../drill/turns.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError, errorOfJob } from '../outcome.ts'
import { openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import type { Depth, VerifyOptions } from './options.ts'
import { standingOf } from './standing.ts'

/** A job at one of its destinations, which may be verified. */
export interface Turn {
  readonly job: string
  readonly destination: string
  readonly depth: Depth
  /** `verify.budget`, milliseconds. */
  readonly budget?: number | undefined
  readonly standing: Standing
}

async function turnOf(
  context: CommandContext,
  job: string,
  name: string,
  { depth: asked }: VerifyOptions,
): Promise<Turn | undefined> {
  const { config } = context
  const settings = config.jobNames.includes(job) ? config.job(job) : undefined
  const verify = settings?.verify
  // A job says how thoroughly it is to be verified; a drill where it does not.
  const depth = asked ?? verify?.depth ?? 'restore'
  const destination = await openDestination(context, name)
  const { points } = await readEntries(context, destination, job)
  const rules = settings?.to.find((each) => each.name === name)?.retention
  // What goes once the other destinations have it is not missed there.
  if (points.length === 0 && rules?.keepLast === 0) return undefined
  const standing = await standingOf(context, destination, job, points, depth, verify)
  return { job, destination: name, depth, budget: verify?.budget, standing }
}

/** The turns of these jobs at all of their destinations, and the errors of those that cannot be asked. */
export async function turnsOf(
  context: CommandContext,
  jobs: readonly string[],
  options: VerifyOptions,
): Promise<{ readonly turns: readonly Turn[]; readonly errors: HoldfastError[] }> {
  const turns: Turn[] = []
  const errors: HoldfastError[] = []
  for (const job of new Set(jobs)) {
    for (const name of destinationsOf(context, job)) {
      try {
        const turn = await turnOf(context, job, name, options)
        if (turn) turns.push(turn)
      } catch (thrown) {
        context.signal.throwIfAborted()
        errors.push(errorOfJob(asHoldfastError(thrown), job))
      }
    }
  }
  return { turns, errors }
}
