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

/** As often as the job that wants it most, at most daily; weekly where none says. */
export function drillSchedule(jobs: readonly JobSettings[]): string {
  const every = shortest(jobs.map((job) => job.verify?.every)) ?? 7 * day
  if (every < 7 * day) return schedule('23 5 * * *')
  return every < 28 * day ? schedule('23 5 * * 0') : schedule('23 5 1 * *')
}
