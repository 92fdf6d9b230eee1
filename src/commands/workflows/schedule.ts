import type { JobSettings } from '../../config/settings.ts'

const hour = 3_600_000
const day = 24 * hour

/** GitHub delays and drops runs on the hour, so none of these is. */
const offTheHour = 'never on the hour: GitHub delays and drops runs then'

function shortest(spans: readonly (number | undefined)[]): number | undefined {
  const given = spans.filter((span) => span !== undefined)
  return given.length === 0 ? undefined : Math.min(...given)
}

/** A schedule in UTC as it stands under `on:`. */
function schedule(cron: string, comment?: string): string {
  const line = `    - cron: "${cron}"`
  return `  schedule:\n${comment === undefined ? line : `${line.padEnd(31)} # ${comment}`}\n`
}

/** Often enough for the job with the shortest `every`: each run takes what is due. */
export function backupSchedule(jobs: readonly JobSettings[]): string {
  const every = shortest(jobs.map((job) => job.every)) ?? day
  if (every < hour) return schedule('7,22,37,52 * * * *', offTheHour)
  return every < day ? schedule('17 * * * *', offTheHour) : schedule('17 2 * * *', offTheHour)
}

/** Once a night. */
export function cleanupSchedule(): string {
  return schedule('41 4 * * *')
}

/** Each day where a job says how often it is drilled: a run takes what is due. Weekly where none says. */
export function drillSchedule(jobs: readonly JobSettings[]): string {
  if (jobs.every((job) => job.verify?.every === undefined)) return schedule('23 5 * * 0')
  return schedule('23 5 * * *', 'each run drills what verify.every says is due')
}
