import { maskSecrets } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { PlanLeg } from '../../report/results.ts'
import { matrixOf } from '../../report/views/plan.ts'
import type { ActionSpec, Stage } from './host/action-spec.ts'
import { resultsOf } from './host/stages.ts'

/** GitHub drops an output that holds a masked value, and the matrix with it. Errors: `output-masked`. */
function refuseMasked(legs: readonly PlanLeg[]): void {
  const torn = legs.filter((leg) => maskSecrets(JSON.stringify(leg)) !== JSON.stringify(leg))
  if (torn.length === 0) return
  throw new HoldfastError('output-masked', 'the matrix holds a value that is masked as a secret', {
    hint: 'Give no secret to the plan step, which needs none; or rename the job, runner or environment that a secret equals.',
    context: { legs: torn.length },
  })
}

function outputsOf(stages: readonly Stage[]) {
  const legs = resultsOf<PlanLeg>(stages, 'plan')
  return { matrix: matrixOf(legs), count: legs.length }
}

export const planAction: ActionSpec = {
  name: 'plan',
  command: 'plan',
  inputs: [
    { name: 'due', kind: 'boolean', default: 'false' },
    { name: 'part', kind: 'number' },
  ],
  writes: false,
  leases: false,
  bare: false,
  insteadOfConfig: [],
  async run({ context, inputs, jobs, stage }) {
    const part = inputs.number('part')
    await stage('plan', async () => {
      const { plan } = await import('../../commands/plan.ts')
      const outcome = await plan(context, jobs, {
        forGithub: true,
        due: inputs.flag('due'),
        ...(part !== undefined && { part }),
      })
      refuseMasked(outcome.results as readonly PlanLeg[])
      return outcome
    })
  },
  outputs: outputsOf,
}
