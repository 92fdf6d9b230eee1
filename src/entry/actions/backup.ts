import type { InputSpec } from '../../config/config.ts'
import type { BackupResult } from '../../report/results.ts'
import type { ActionSpec, Outputs, Session, Stage } from './host/action-spec.ts'
import { onBusy, resultsOf } from './host/stages.ts'

export const backupInputs: readonly InputSpec[] = [
  { name: 'source', kind: 'lines' },
  { name: 'recipients', kind: 'list' },
  { name: 'compression', kind: 'text' },
  { name: 'tag', kind: 'list' },
  { name: 'due', kind: 'boolean', default: 'false' },
  { name: 'force', kind: 'boolean', default: 'false' },
  { name: 'level', kind: 'number' },
  { name: 'cache', kind: 'boolean', default: 'false' },
]

/** Backs up what the inputs name. */
export function runBackup(session: Session) {
  const { inputs, jobs, stage } = session
  const level = inputs.number('level')
  const options = {
    due: inputs.flag('due'),
    force: inputs.flag('force'),
    ...(level !== undefined && { level }),
    tags: inputs.list('tag'),
    acceptSize: false,
    dryRun: false,
    onBusy: onBusy(inputs),
  }
  return stage('backup', async () => {
    const [{ backup }, { withCachedStates }] = await Promise.all([
      import('../../commands/backup.ts'),
      import('./host/cached-backup.ts'),
    ])
    return withCachedStates(session, (context) => backup(context, jobs, options))
  })
}

export function backupOutputs(stages: readonly Stage[]): Outputs {
  const results = resultsOf<BackupResult>(stages, 'backup')
  const ids = results.flatMap(({ id }) => id ?? [])
  const sum = (of: (result: BackupResult) => number | undefined) =>
    results.reduce((total, result) => total + (of(result) ?? 0), 0)
  return {
    id: ids[0] ?? '',
    ids: JSON.stringify(ids),
    'stored-bytes': sum(({ storedBytes }) => storedBytes),
    'duration-seconds': Math.round(sum(({ seconds }) => seconds) * 1000) / 1000,
  }
}

export const backupAction: ActionSpec = {
  name: 'backup',
  command: 'backup',
  inputs: backupInputs,
  writes: true,
  leases: true,
  bare: false,
  insteadOfConfig: ['source', 'recipients', 'compression'],
  run: async (session) => void (await runBackup(session)),
  outputs: backupOutputs,
}
