import type { Outcome } from '../../commands/outcome.ts'
import type { BackupResult } from '../../report/results.ts'
import { backupInputs, backupOutputs, runBackup } from './backup.ts'
import { cleanupOutputs, runCleanup } from './cleanup.ts'
import type { ActionSpec, Session } from './host/action-spec.ts'

/** Errors of the check are the action's; a run that was cancelled, or stored nothing, has nothing to check. */
async function check({ context, stage }: Session, { results }: Outcome): Promise<void> {
  const written = (results as readonly BackupResult[]).filter(({ id }) => id !== undefined)
  if (written.length === 0 || context.signal.aborted) return
  await stage('verify', async () => {
    const { checkWritten } = await import('../../commands/check-written.ts')
    return checkWritten(context, written)
  })
}

export const root: ActionSpec = {
  name: 'root',
  command: 'backup',
  inputs: [...backupInputs, { name: 'cleanup', kind: 'boolean', default: 'false' }],
  writes: true,
  leases: true,
  bare: false,
  insteadOfConfig: ['source', 'recipients', 'compression'],
  async run(session) {
    const outcome = await runBackup(session)
    await check(session, outcome)
    const { inputs, context } = session
    // What was not backed up whole is no time to delete what came before.
    if (!inputs.flag('cleanup') || outcome.exitCode !== 0 || context.signal.aborted) return
    await runCleanup(session, { dryRun: false, exclusive: false, force: false })
  },
  outputs: (stages) => ({ ...backupOutputs(stages), ...cleanupOutputs(stages) }),
}
