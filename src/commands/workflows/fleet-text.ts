import { legsPerPart } from '../plan/legs.ts'
import { lineText } from './environment-lines.ts'
import { block, checkout, permissions, type WorkflowJob, withInputs } from './steps.ts'
import { indent } from './yaml.ts'

/** A matrix over all runners: a plan, and a job for each of its legs. */
export interface Fleet {
  readonly name: string
  /** `backup`: of the job's id and of what is shown. */
  readonly word: string
  /** What stands under `on:`. */
  readonly triggers: string
  readonly oidc: boolean
  /** Legs that the plan has now. */
  readonly legs: number
  readonly plan: Pick<WorkflowJob, 'uses' | 'inputs' | 'env'>
  readonly minutes: number
  /** What a leg does after the checkout. */
  readonly steps: string
}

function partText(fleet: Fleet, part: number): string {
  const { word, plan, legs, minutes, steps } = fleet
  const isOnly = legs <= legsPerPart
  const [planId, legId] = isOnly ? ['plan', word] : [`plan-${part}`, `${word}-${part}`]
  const inputs = isOnly ? plan.inputs : [...plan.inputs, ['part', String(part)] as const]
  const planStep = `- id: plan
  uses: ${plan.uses}       # reads the file only: no secret, no store
${indent(`${withInputs(inputs)}${block('env', plan.env.map(lineText))}`, 2)}`
  return `${planId}:
  runs-on: ubuntu-latest
  timeout-minutes: 10
  outputs:
    matrix: \${{ steps.plan.outputs.matrix }}
    count: \${{ steps.plan.outputs.count }}
  steps:
${indent(checkout, 4)}${indent(planStep, 4)}
${legId}:
  needs: ${planId}
  if: needs.${planId}.outputs.count != '0'       # an empty matrix is an error
  strategy:
    fail-fast: false
    matrix: \${{ fromJSON(needs.${planId}.outputs.matrix) }}
  name: ${word} \${{ matrix.name }}
  runs-on: \${{ matrix.runner }}
  environment: \${{ matrix.environment }}
  concurrency:
    group: holdfast-${word}-\${{ matrix.name }}
    cancel-in-progress: false
  timeout-minutes: ${minutes}
  steps:
${indent(checkout, 4)}${indent(steps, 4)}`
}

/** The workflow of a fleet. More legs than one matrix takes are planned in parts. */
export function fleetText(fleet: Fleet): string {
  const count = Math.ceil(fleet.legs / legsPerPart)
  const parts = Array.from({ length: count }, (_, index) => partText(fleet, index + 1))
  return `name: ${fleet.name}
on:
${fleet.triggers}
${permissions(fleet.oidc)}
jobs:
${indent(parts.join('\n'), 2)}`
}
