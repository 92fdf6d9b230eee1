import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CleanupResult } from '../../report/results.ts'
import type { ActionSpec, Outputs, Session, Stage } from './host/action-spec.ts'
import { onBusy, resultsOf } from './host/stages.ts'

/** What a cleanup may be told. */
export interface CleanupWishes {
  readonly dryRun: boolean
  readonly exclusive: boolean
  readonly force: boolean
}

export function runCleanup({ context, inputs, jobs, stage }: Session, wishes: CleanupWishes) {
  return stage('cleanup', async () => {
    const { cleanup } = await import('../../commands/cleanup.ts')
    return cleanup(context, jobs, { ...wishes, stats: true, onBusy: onBusy(inputs) })
  })
}

/** Every decision with its reason; the file lies in the step's own directory until the job ends. */
function writeDecisions(results: readonly CleanupResult[]): string {
  const file = join(tmpdir(), 'decisions.json')
  const decisions = results.map(({ job, destination, deleted, kept, dryRun, note }) => ({
    job,
    destination,
    dryRun: dryRun === true,
    deleted,
    kept,
    ...(note !== undefined && { note }),
  }))
  writeFileSync(file, `${JSON.stringify(decisions, undefined, 2)}\n`, { mode: 0o600 })
  return file
}

export function cleanupOutputs(stages: readonly Stage[]): Outputs {
  const results = resultsOf<CleanupResult>(stages, 'cleanup')
  const sum = (of: (result: CleanupResult) => number) =>
    results.reduce((total, result) => total + of(result), 0)
  return {
    deleted: sum(({ deleted }) => deleted.length),
    kept: sum(({ kept }) => kept.length),
    'freed-bytes': sum(({ freedBytes }) => freedBytes),
    'decisions-file': writeDecisions(results),
  }
}

export const cleanupAction: ActionSpec = {
  name: 'cleanup',
  command: 'cleanup',
  inputs: [
    { name: 'dry-run', kind: 'boolean', default: 'false' },
    { name: 'exclusive', kind: 'boolean', default: 'false' },
    { name: 'force', kind: 'boolean', default: 'false' },
    { name: 'keep', kind: 'text' },
  ],
  writes: false,
  leases: true,
  bare: true,
  insteadOfConfig: ['keep'],
  async run(session) {
    const { inputs } = session
    await runCleanup(session, {
      dryRun: inputs.flag('dry-run'),
      exclusive: inputs.flag('exclusive'),
      force: inputs.flag('force'),
    })
  },
  outputs: cleanupOutputs,
}
