import type { Outcome } from '../../commands/outcome.ts'
import type { HandedCopy } from '../../commands/verify/options.ts'
import { type Inputs, inputInvalid } from '../../config/config.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { ActionSpec } from './host/action-spec.ts'
import { copyOfBackup } from './host/copy-file.ts'
import { defaultToken, publish } from './host/publish.ts'

/** Errors: `input-invalid`. */
function refuse(inputs: Inputs): void {
  if (inputs.has('compare') && (inputs.has('issue') || inputs.has('pages-dir'))) {
    throw inputInvalid(
      ['compare looks at a copy, issue and pages-dir at the backups'],
      'Give each a step of its own; compare and comment go together.',
    )
  }
}

/** Errors: `copy-missing`. */
function copyOf(id: string): HandedCopy {
  const copy = copyOfBackup(id)
  if (copy !== undefined) return copy
  throw new HoldfastError('copy-missing', `no step of this job left a copy of ${id}`, {
    hint: 'Give compare the output id of a restore-verify step of the same job that has keep: job and succeeded.',
    context: { id },
  })
}

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
    refuse(inputs)
    const id = inputs.text('compare')
    if (id !== undefined) {
      const compared = await stage('compare', async () => {
        const { compareCopy } = await import('../../commands/compare.ts')
        return compareCopy(context, copyOf(id))
      })
      if (inputs.flag('comment')) {
        await stage('publish', () => publish(context, inputs, compared, 'compare'))
      }
      return
    }
    const outcome: Outcome = await stage('report', async () => {
      const { report } = await import('../../commands/report.ts')
      const html = inputs.text('pages-dir')
      return report(context, jobs, html === undefined ? {} : { html })
    })
    if (inputs.has('issue') || inputs.flag('comment')) {
      await stage('publish', () => publish(context, inputs, outcome))
    }
  },
  outputs: () => ({}),
}
