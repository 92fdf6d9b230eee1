import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CommandContext } from '../context.ts'

/** The tag of backups that a test made. */
export const testTag = 'test'

function fileOf({ stateDirectory }: CommandContext, job: string): string {
  return join(stateDirectory, 'tests', `${job}.json`)
}

/** Keeps in mind that a test of a job began, so that the next one can tidy up after it was killed. */
export async function rememberTest(context: CommandContext, job: string, since: Date): Promise<void> {
  const file = fileOf(context, job)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify({ since: since.toISOString() }), { mode: 0o600 })
}

/** When a test began that never ended on this host; undefined where there is none. */
export async function unfinishedTest(context: CommandContext, job: string): Promise<Date | undefined> {
  try {
    const { since } = JSON.parse(await readFile(fileOf(context, job), 'utf8')) as { since?: string }
    const date = new Date(since ?? '')
    return Number.isNaN(date.getTime()) ? undefined : date
  } catch {
    return undefined
  }
}

export async function forgetTest(context: CommandContext, job: string): Promise<void> {
  await rm(fileOf(context, job), { force: true })
}
