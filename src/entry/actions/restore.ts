import { inputInvalid } from '../../config/action-inputs.ts'
import type { RestoreResultRecord } from '../../report/results.ts'
import type { ActionSpec, Session } from './host/action-spec.ts'
import { resultsOf } from './host/stages.ts'

/** The one job or backup to restore. Errors: `input-invalid`. */
function subjectOf({ inputs, jobs, context }: Session): string {
  const id = inputs.text('id')
  if (id !== undefined) return id
  const known = jobs.length > 0 ? jobs : context.config.jobNames
  const [job] = known
  if (job !== undefined && known.length === 1) return job
  throw inputInvalid(
    [known.length === 0 ? 'nothing says what to restore' : 'restore takes one job'],
    'Name one job with the input jobs, or a backup with the input id.',
  )
}

function targetOf({ inputs }: Session): string {
  const to = inputs.text('to')
  if (to !== undefined && to !== '-') return to
  throw inputInvalid(
    [to === undefined ? 'input to is missing' : 'an action cannot restore to its own output'],
    'Name a directory or a file with the input to.',
  )
}

export const restoreAction: ActionSpec = {
  name: 'restore',
  command: 'restore',
  inputs: [
    { name: 'id', kind: 'text' },
    { name: 'at', kind: 'time' },
    { name: 'to', kind: 'text' },
    { name: 'include', kind: 'list' },
    { name: 'overwrite', kind: 'boolean', default: 'false' },
  ],
  writes: false,
  leases: false,
  bare: true,
  insteadOfConfig: [],
  async run(session) {
    const { context, inputs, stage } = session
    const at = inputs.time('at')
    const [subject, to] = [subjectOf(session), targetOf(session)]
    await stage('restore', async () => {
      const { restore } = await import('../../commands/restore.ts')
      return restore(context, subject, {
        to,
        ...(at !== undefined && { at }),
        include: inputs.list('include'),
        overwrite: inputs.flag('overwrite'),
        force: false,
        dryRun: false,
      })
    })
  },
  outputs: (stages) => ({
    'restored-bytes': resultsOf<RestoreResultRecord>(stages, 'restore').reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    ),
  }),
}
