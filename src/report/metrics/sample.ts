/** One number of a job, as Prometheus sees it. */
export interface Sample {
  readonly name: MetricName
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Every metric with its help; all are gauges, in base units. */
export const metrics = {
  holdfast_backup_success: 'Whether the last backup reached every destination: 1 or 0.',
  holdfast_backup_last_run_timestamp_seconds: 'When the last backup ended, well or not.',
  holdfast_backup_last_success_timestamp_seconds: 'When the last backup that succeeded ended.',
  holdfast_backup_duration_seconds: 'How long the last backup took.',
  holdfast_backup_source_bytes: 'Plain bytes of the last backup.',
  holdfast_backup_stored_bytes: 'Stored bytes of the last backup.',
  holdfast_backup_files: 'Files of the last backup.',
  holdfast_backup_destination_success: 'Whether the destination has the last backup: 1 or 0.',
  holdfast_verify_success: 'Whether the last verification passed: 1 or 0.',
  holdfast_verify_timestamp_seconds: 'When the last verification ended.',
  holdfast_verify_rto_seconds: 'How long the last drill took from the first read to a checked copy.',
  holdfast_cleanup_timestamp_seconds: 'When the last cleanup ended.',
  holdfast_cleanup_deleted_backups: 'Backups that the last cleanup deleted.',
  holdfast_cleanup_kept_backups: 'Backups that the last cleanup kept.',
  holdfast_cleanup_freed_bytes: 'Bytes that the last cleanup freed.',
  holdfast_status_good: 'Whether the job was as it should be when status looked: 1 or 0.',
  holdfast_status_backup_age_seconds: 'Age of the newest recovery point when status looked.',
  holdfast_status_proof_age_seconds: 'Age of the last proof when status looked.',
} as const

export type MetricName = keyof typeof metrics
