import type { PlanLeg } from '../../report/results.ts'

/** What a plan needs of a job. */
export interface PlacedJob {
  readonly name: string
  /** Labels of the runner, all of which it must have. */
  readonly runner: readonly string[]
  readonly environment?: string | undefined
}

/** GitHub takes no more legs in one matrix. */
export const legsPerPart = 256

function labelsText(runner: readonly string[]): string {
  const own = runner.filter((label) => label !== 'self-hosted')
  return (own.length === 0 ? runner : own).join(' ')
}

/** Jobs that run on the same labels, in any order, in the same environment, share a leg. */
function keyOf({ runner, environment }: PlacedJob): string {
  return JSON.stringify([[...new Set(runner)].sort(), environment ?? ''])
}

/**
 * The legs of a matrix over (runner, environment), in order of their first job. A leg is named after its environment;
 * after the labels as well where several legs have that environment, after the labels alone where it has none.
 */
export function legsOf(jobs: readonly PlacedJob[]): PlanLeg[] {
  const groups = Map.groupBy(jobs, keyOf)
  const environments = new Map<string, number>()
  for (const [first] of groups.values()) {
    const environment = first?.environment ?? ''
    environments.set(environment, (environments.get(environment) ?? 0) + 1)
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { runner, environment = '' } = first
    const labels = labelsText(runner)
    const alone = environment !== '' && environments.get(environment) === 1
    const name = alone ? environment : environment === '' ? labels : `${environment} on ${labels}`
    return [{ name, runner: [...runner], environment, jobs: group.map((job) => job.name).join(',') }]
  })
}
