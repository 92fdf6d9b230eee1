import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

function fileOf(stateDirectory: string, job: string): string {
  return join(stateDirectory, 'seeds', `${job}.json`)
}

/** Keeps what the backups of a job came to before Holdfast made them, for its first size guard. */
export async function seedSize(stateDirectory: string, job: string, storedBytes: number): Promise<void> {
  const file = fileOf(stateDirectory, job)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify({ storedBytes }), { mode: 0o600 })
}

/** What {@link seedSize} kept; undefined where there is nothing of the kind. */
export async function seededSize(stateDirectory: string, job: string): Promise<number | undefined> {
  try {
    const { storedBytes } = JSON.parse(await readFile(fileOf(stateDirectory, job), 'utf8')) as {
      storedBytes?: unknown
    }
    return typeof storedBytes === 'number' && storedBytes > 0 ? storedBytes : undefined
  } catch {
    return undefined
  }
}
