import type { JobSettings } from '../../config/settings.ts'
import type { RetentionRules } from '../../domain/retention.ts'
import { isPassing } from '../../retention/floors.ts'

/** The rules of a job at one of its destinations: its own there, else those of the job. */
export function rulesAt({ to, retention }: JobSettings, destination: string): RetentionRules | undefined {
  return to.find(({ name }) => name === destination)?.retention ?? retention
}

/**
 * Whether a destination only passes backups on: `keep-last: 0` there, and another one of the job keeps. Nothing is wrong
 * where it holds nothing, or gets nothing of an increment whose parent it has let go.
 */
export function passesOn(job: JobSettings, destination: string): boolean {
  return (
    isPassing(rulesAt(job, destination)) &&
    job.to.some(({ name }) => name !== destination && !isPassing(rulesAt(job, name)))
  )
}
