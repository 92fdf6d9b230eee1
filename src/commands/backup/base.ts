import type { JobSettings } from '../../config/settings.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Secret } from '../../domain/secret.ts'
import type { ParentState, Source } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { decideLevel } from '../../retention/levels.ts'
import { type CommandContext, tell } from '../context.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import { passesOn } from '../repository/passes-on.ts'
import { stateIdentity } from '../repository/state-identity.ts'
import { fullInstead } from './full-instead.ts'
import { lockAncestors } from './keep-locked.ts'
import type { ChosenParent, Stocked } from './parent.ts'
import { usableParent } from './usable-parent.ts'

/** What a run builds on. */
export interface Base {
  readonly source: Source
  readonly level: number
  readonly reason: string
  readonly parent?: ChosenParent
  readonly state?: ParentState
  /** Opens `state/`; absent where nothing is encrypted. */
  readonly stateIdentity?: Secret
  /** Those that get this backup. */
  readonly destinations: readonly Stocked[]
  /** Those whose chain lacks the parent. */
  readonly lacking: readonly Stocked[]
  /** Told already; they belong to the result of the run as well. */
  readonly findings?: readonly Finding[]
}

function loudly(context: CommandContext, job: string, because: string): Pick<Base, 'findings'> {
  const finding = fullInstead(job, because)
  tell(context, finding, job)
  return { findings: [finding] }
}

/** The level of the next run, its parent, and the state the parent left. A base that cannot be used makes it a full one. */
export async function chooseBase(
  context: CommandContext,
  job: JobSettings,
  destinations: readonly Stocked[],
  requested: number | undefined,
): Promise<Base> {
  const places = job.to.flatMap(
    ({ name }) => context.drivers.localPath(context.config.destination(name)) ?? [],
  )
  const source = context.drivers.source(job.source.type, job.source.settings, places)
  if (requested !== undefined && requested > 0 && !source.incremental) {
    throw new HoldfastError(
      'usage',
      `job ${job.name} has no level ${requested}: a ${job.source.type} source is always full`,
      {
        hint: 'Leave --level out, or use --level 0.',
      },
    )
  }
  const history = [
    ...new Map(destinations.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry])).values(),
  ]
  const decided = decideLevel({
    levels: source.incremental ? job.levels : [],
    history: history.map(toRecoveryPoint),
    now: context.clock.now(),
    timezone: context.config.timezone,
    ...(requested === undefined ? {} : { requested }),
  })
  const identity = context.config.encryption().none ? undefined : await stateIdentity(context)
  const full = (reason: string): Base => ({
    source,
    level: 0,
    reason,
    destinations,
    lacking: [],
    ...(identity && { stateIdentity: identity }),
  })
  const usable =
    decided.level > 0
      ? await usableParent(context, { source, job: job.name }, destinations, decided.level, identity)
      : undefined
  if (decided.level === 0 || usable === undefined) {
    const told = decided.level > 0 && loudly(context, job.name, 'there is no whole backup of a lower level')
    return { ...full(decided.reason), ...told }
  }
  const { parent, found } = usable
  const lacking = parent.lacking.filter(({ name }) => !passesOn(job, name))
  if (lacking.length > 0 && job.onMissingParent === 'full') {
    const names = lacking.map(({ name }) => name).join(', ')
    const told = loudly(context, job.name, `${names} lacks the parent ${parent.entry.id}`)
    return { ...full(`${names} lacks the parent`), ...told }
  }
  const unusable =
    'because' in found ? found.because : await lockAncestors(parent, context.clock, context.signal)
  if ('because' in found || unusable !== undefined) {
    const because = unusable ?? ''
    return { ...full(because), ...loudly(context, job.name, because) }
  }
  return {
    ...full(decided.reason),
    level: decided.level,
    parent,
    state: found.state,
    destinations: parent.holders,
    lacking: parent.lacking,
  }
}
