import type { CommandContext } from '../context.ts'
import { backupFiles } from './backup-files.ts'
import { cleanupText, drillText } from './backup-text.ts'
import { type PlacedFile, placedFile } from './placed-file.ts'
import { cleanupPlaces, drillPlaces, placedJobs } from './places.ts'
import type { Plant, WorkflowFile } from './plant.ts'
import { cleanupSchedule, drillSchedule } from './schedule.ts'
import { headerOf, type WorkflowSettings } from './settings.ts'

const cleanup: PlacedFile = {
  name: 'cleanup.yml',
  command: 'cleanup',
  action: 'cleanup',
  role: 'the one role that may delete',
  why: 'needs the store only: not the source, not the key',
  input: ['dry-run', '${{ inputs.dry-run }}'],
  text: (oidc, jobs) => cleanupText(cleanupSchedule(), oidc, jobs),
}

const drill: Omit<PlacedFile, 'text'> = {
  name: 'restore-drill.yml',
  command: 'drill',
  action: 'restore-verify',
  role: 'its role may read and add proofs; it has the private key',
  why: 'holds a copy of what was backed up while it runs',
  input: ['id', '${{ inputs.id }}'],
}

/**
 * The workflows of a configuration; `config` is its path in the repository, unless it is found anyway.
 * Errors: `usage`, `config-invalid` where nothing says on which runner.
 */
export function workflowFiles(
  context: CommandContext,
  settings: WorkflowSettings,
  config: string | undefined,
): readonly WorkflowFile[] {
  const jobs = placedJobs(context, settings)
  const plant: Plant = { context, settings, jobs, config }
  const schedule = drillSchedule(jobs.map(({ name }) => context.config.job(name)))
  const drillFile = {
    ...drill,
    text: (oidc: boolean, list: Parameters<PlacedFile['text']>[1]) => drillText(schedule, oidc, list),
  }
  const files = [
    ...backupFiles(plant),
    ...placedFile(plant, cleanup, cleanupPlaces(context, settings, jobs)),
    ...placedFile(plant, drillFile, drillPlaces(context, settings, jobs)),
  ]
  return files.map((file) => ({ ...file, text: `${headerOf(settings)}${file.text}` }))
}
