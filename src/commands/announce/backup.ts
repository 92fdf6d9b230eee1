import type { HoldfastError } from '../../errors/error.ts'
import { statusOf } from '../../report/document.ts'
import type { Sample } from '../../report/metrics/sample.ts'
import type { Occasion } from '../../report/notifiers/notice.ts'
import type { BackupResult } from '../../report/results.ts'
import type { JobReport } from '../backup/options.ts'
import { type Bell, isOdd } from './bell.ts'
import { rememberFailure } from './last-run.ts'

/** Statuses of a job that nothing was done for. */
const idle = new Set(['not-due', 'skipped', 'dry-run'])

function samplesOf(job: string, now: Date, result: BackupResult, good: boolean): Sample[] {
  const labels = { backup_job: job }
  const seconds = Math.round(now.getTime() / 1000)
  const given = (name: Sample['name'], value: number | undefined): Sample[] =>
    value === undefined ? [] : [{ name, labels, value }]
  return [
    ...given('holdfast_backup_success', good ? 1 : 0),
    ...given('holdfast_backup_last_run_timestamp_seconds', seconds),
    ...given('holdfast_backup_last_success_timestamp_seconds', good ? seconds : undefined),
    ...given('holdfast_backup_duration_seconds', result.seconds),
    ...given('holdfast_backup_source_bytes', result.sourceBytes),
    ...given('holdfast_backup_stored_bytes', result.storedBytes),
    ...given('holdfast_backup_files', result.files),
    ...(result.destinations ?? []).map(
      ({ name, status }): Sample => ({
        name: 'holdfast_backup_destination_success',
        labels: { ...labels, destination: name },
        value: status === 'success' ? 1 : 0,
      }),
    ),
  ]
}

/** Tells of a run that left a backup, whole or in part. */
export async function announceBackup(bell: Bell, { result, errors, recovered }: JobReport): Promise<void> {
  const { job, status = 'success', warnings = [], previousStoredBytes = [] } = result
  if (idle.has(status)) return
  const good = errors.length === 0
  await rememberFailure(bell.context, job, !good)
  const occasions: Occasion[] = [
    good ? 'success' : 'failure',
    ...(isOdd(warnings) ? (['anomaly'] as const) : []),
    ...(good && recovered ? (['recovery'] as const) : []),
  ]
  const { id, level, seconds, sourceBytes, storedBytes, files, destinations = [] } = result
  const previous = previousStoredBytes.at(-1)
  await bell.ring({
    occasions,
    status,
    ...(id !== undefined && { id }),
    ...(level !== undefined && { level }),
    ...(seconds !== undefined && { seconds }),
    ...(sourceBytes !== undefined && { sourceBytes }),
    ...(storedBytes !== undefined && { storedBytes }),
    ...(previous !== undefined && { previousStoredBytes: previous }),
    ...(files !== undefined && { files }),
    destinations,
    warnings,
    errors,
    samples: samplesOf(job, bell.context.clock.now(), result, good),
  })
}

/** Tells of a run that left nothing. That another run holds the job is no failure of it. */
export async function announceFailure(bell: Bell, job: string, error: HoldfastError): Promise<void> {
  if (error.code === 'busy') return
  await rememberFailure(bell.context, job, true)
  await bell.ring({
    occasions: ['failure'],
    status: statusOf(error.exitStatus),
    errors: [error],
    samples: samplesOf(job, bell.context.clock.now(), { job }, false),
  })
}
