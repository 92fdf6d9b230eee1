import { HoldfastError } from '../../errors/error.ts'
import type { ActionSpec } from './host/action-spec.ts'

/** Named by the interface, and not built in this version. */
const unbuilt = ['pages-dir', 'issue', 'comment', 'compare', 'token'] as const

export const reportAction: ActionSpec = {
  name: 'report',
  command: 'report',
  inputs: unbuilt.map((name) => ({ name, kind: 'text' })),
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
    await stage('report', async () => {
      const { report } = await import('../../commands/report.ts')
      return report(context, jobs)
    })
  },
  outputs: () => ({}),
}
