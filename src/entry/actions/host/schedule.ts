import { readFileSync } from 'node:fs'

function scheduleIn(file: string): string | undefined {
  try {
    const { schedule } = JSON.parse(readFileSync(file, 'utf8')) as { schedule?: unknown }
    return typeof schedule === 'string' ? schedule : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether the run is of a schedule that comes every day, or more often: then the jobs say what is due. One for some days
 * only is itself the interval: a run that GitHub began an hour late must not make the next one too early.
 */
export function comesDaily({
  GITHUB_EVENT_NAME: event,
  GITHUB_EVENT_PATH: file,
}: Readonly<Record<string, string>>): boolean {
  if (event !== 'schedule' || !file) return false
  const [, , dayOfMonth, month, dayOfWeek, ...more] = scheduleIn(file)?.trim().split(/\s+/) ?? []
  return more.length === 0 && [dayOfMonth, month, dayOfWeek].every((field) => field === '*')
}
