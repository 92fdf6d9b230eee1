import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { legsOf, type PlacedJob } from '../plan/legs.ts'
import type { WorkflowSettings } from './settings.ts'

/** Jobs that one step runs, and where. */
export interface Place {
  readonly jobs: readonly string[]
  readonly runner: readonly string[]
  /** The only destination that the step uses, where the runner cannot reach the others. */
  readonly destination?: string
}

/** What only one machine has: a directory of its own, or its own configuration of rclone. */
/** Sources whose copies need what GitHub's runners do not have: OpenZFS in the kernel. */
const hostTypes: readonly string[] = ['zfs']
const boundTypes: readonly string[] = ['filesystem', 'rclone']

const hostedByGithub = ['ubuntu-latest']

/** Whether labels are those of GitHub's own runners. */
export function isHosted(runner: readonly string[]): boolean {
  return runner.every((label) => /^(?:ubuntu|windows|macos)-/.test(label))
}

/** Names of a job's destinations, and those of them that only its own runner reaches. */
function destinationsOf({ config }: CommandContext, job: string) {
  const all = config.job(job).to.map(({ name }) => name)
  return { all, bound: all.filter((name) => boundTypes.includes(config.outline(name).type)) }
}

/** Where each job is backed up. Errors: `usage` where neither the job nor `--runner` says it. */
export function placedJobs(context: CommandContext, settings: WorkflowSettings): readonly PlacedJob[] {
  const { config } = context
  const jobs = config.jobNames.map((name) => config.job(name))
  const homeless = jobs.filter(({ runner }) => runner === undefined).map(({ name }) => name)
  if (homeless.length > 0 && settings.runner === undefined) {
    throw new HoldfastError('usage', `nothing says which runner backs up ${homeless.join(', ')}`, {
      hint: 'Say --runner self-hosted,LABEL, or add runner: to each job, or to all under defaults.',
      context: { jobs: homeless },
    })
  }
  const placed = jobs.map(({ name, runner = settings.runner ?? [], environment }) => ({
    name,
    runner,
    environment,
  }))
  if (legsOf(placed).length > 1 && homeless.length > 0) {
    throw new HoldfastError('config-invalid', `several runners, and ${homeless.join(', ')} names none`, {
      hint: 'Add runner: to each job, or under defaults: the plan of a fleet reads nothing but the configuration.',
      context: { jobs: homeless },
    })
  }
  return placed
}

function grouped(places: readonly Place[]): readonly Place[] {
  const groups = Map.groupBy(places, ({ runner, destination }) => JSON.stringify([runner, destination ?? '']))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, jobs: group.flatMap(({ jobs }) => jobs) }]
  })
}

/** Where cleanup runs: at GitHub's, or with the job where one of its destinations is bound to that machine. */
export function cleanupPlaces(
  context: CommandContext,
  settings: WorkflowSettings,
  jobs: readonly PlacedJob[],
): readonly Place[] {
  return grouped(
    jobs.map(({ name, runner }) => ({
      jobs: [name],
      runner:
        destinationsOf(context, name).bound.length > 0 ? runner : (settings.cleanupRunner ?? hostedByGithub),
    })),
  )
}

/** Where drills run: at GitHub's from a destination that is reached from there; with the job where there is none. */
export function drillPlaces(
  context: CommandContext,
  settings: WorkflowSettings,
  jobs: readonly PlacedJob[],
): readonly Place[] {
  return grouped(
    jobs.map(({ name, runner }): Place => {
      const { all, bound } = destinationsOf(context, name)
      const free = all.find((destination) => !bound.includes(destination))
      const atHost = hostTypes.includes(context.config.job(name).source.type)
      if (free === undefined || atHost) return { jobs: [name], runner }
      const place = { jobs: [name], runner: settings.drillRunner ?? hostedByGithub }
      return bound.length === 0 ? place : { ...place, destination: free }
    }),
  )
}
