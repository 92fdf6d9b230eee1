import { needsOf } from './needs.ts'
import { isHosted, type Place } from './places.ts'
import { configInput, type Plant, roles, tellFiles, type WorkflowFile } from './plant.ts'
import { jobIds, usesOf, type WorkflowJob } from './steps.ts'
import { scalar } from './yaml.ts'

export interface PlacedFile {
  readonly name: string
  readonly command: 'cleanup' | 'drill'
  readonly action: string
  /** What its environment is for, as a comment. */
  readonly role: string
  /** Why it may run at GitHub's, as a comment. */
  readonly why: string
  /** What a run by hand may say. */
  readonly input: readonly [name: string, value: string]
  text(oidc: boolean, jobs: readonly WorkflowJob[]): string
}

/** A workflow with a job for each place where its command runs; none where there is no place. */
export function placedFile(plant: Plant, file: PlacedFile, places: readonly Place[]): WorkflowFile[] {
  if (places.length === 0) return []
  const { context, settings } = plant
  const { command, action, role, why, input } = file
  const { environment, minutes } = roles[command]
  const ids = jobIds(
    command,
    places.map(({ runner }) => runner),
  )
  const needs = places.map(({ jobs, runner, destination }) =>
    needsOf(context, command, {
      jobs,
      hosted: isHosted(runner),
      ...(destination !== undefined && { destinations: [destination] }),
    }),
  )
  tellFiles(plant, needs)
  const isAll = places.length === 1 && places[0]?.jobs.length === context.config.jobNames.length
  // An id is of one job, and so of one place.
  const takesInput = command === 'cleanup' || places.length === 1
  const jobs = places.map(({ jobs: names, runner, destination }, index): WorkflowJob => {
    const selected: WorkflowJob['inputs'] = isAll ? [] : [['jobs', names.join(',')]]
    const at: WorkflowJob['inputs'] = destination === undefined ? [] : [['destination', scalar(destination)]]
    return {
      id: ids[index] ?? command,
      runner,
      ...(isHosted(runner) && { why }),
      environment,
      role,
      minutes,
      uses: usesOf(settings.actions, action),
      inputs: [...configInput(plant), ...selected, ...at, ...(takesInput ? [input] : [])],
      env: needs[index]?.env ?? [],
    }
  })
  const lines = [...new Map(needs.flatMap(({ env }) => env).map((line) => [line.name, line])).values()]
  const text = file.text(
    needs.some(({ oidc }) => oidc),
    jobs,
  )
  return [{ name: file.name, text, needs: [{ environment, lines }] }]
}
