import type { Outcome } from '../../commands/outcome.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { ActionSpec } from './host/action-spec.ts'
import { defaultToken, publish } from './host/publish.ts'

/** Named by the interface, and not built in this version. */
const unbuilt = ['pages-dir', 'compare'] as const

export const reportAction: ActionSpec = {
  name: 'report',
  command: 'report',
  inputs: [
    { name: 'pages-dir', kind: 'text' },
    { name: 'issue', kind: 'text' },
    { name: 'comment', kind: 'boolean', default: 'false' },
    { name: 'compare', kind: 'text' },
    { name: 'token', kind: 'text', default: defaultToken },
  ],
  writes: false,
  leases: false,
  bare: false,
  insteadOfConfig: [],
  async run({ context, inputs, jobs, stage }) {
    const wanted = unbuilt.filter((name) => inputs.has(name))
    if (wanted.length > 0) {
      throw new HoldfastError('feature-not-built', `${wanted.join(', ')}: not built in this version`, {
        hint: 'Leave them out: report writes the state of each job into the job summary.',
        context: { inputs: wanted },
      })
    }
    const outcome: Outcome = await stage('report', async () => {
      const { report } = await import('../../commands/report.ts')
      return report(context, jobs)
    })
    if (inputs.has('issue') || inputs.flag('comment')) {
      await stage('publish', () => publish(context, inputs, outcome))
    }
  },
  outputs: () => ({}),
}
