import type { Finding } from '../../domain/finding.ts'

/** A run that was to be an increment and is a full one: never in silence, since it costs space and time. */
export function fullInstead(job: string, because: string): Finding {
  return {
    severity: 'warning',
    code: 'full-instead',
    message: `job ${job} makes a full backup instead of an increment: ${because}`,
  }
}
