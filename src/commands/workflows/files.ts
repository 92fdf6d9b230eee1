import { hasCode } from '../../errors/error.ts'
import { type CommandContext, tell } from '../context.ts'
import type { PlacedJob } from '../plan/legs.ts'
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

/** Jobs whose backups this version can restore; the others are told. */
function drillable({ context, jobs }: Plant): readonly PlacedJob[] {
  return jobs.filter(({ name }) => {
    const { type } = context.config.job(name).source
    try {
      context.drivers.source(type)
      return true
    } catch (error) {
      if (!hasCode(error, 'driver-not-built')) throw error
      const message = `there is no drill for ${name}: this version cannot restore ${type}`
      tell(context, { severity: 'warning', code: 'not-built', message }, name)
      return false
    }
  })
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
  const drills = drillable(plant)
  const schedule = drillSchedule(drills.map(({ name }) => context.config.job(name)))
  const drillFile = {
    ...drill,
    text: (oidc: boolean, list: Parameters<PlacedFile['text']>[1]) => drillText(schedule, oidc, list),
  }
  const files = [
    ...backupFiles(plant),
    ...placedFile(plant, cleanup, cleanupPlaces(context, settings, jobs)),
    ...placedFile(plant, drillFile, drillPlaces(context, settings, drills)),
  ]
  return files.map((file) => ({ ...file, text: `${headerOf(settings)}${file.text}` }))
}
