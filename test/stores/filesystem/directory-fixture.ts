import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true })
})

/** An empty directory that is gone after the test. */
export async function temporaryRoot(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-store-'))
  made.push(directory)
  return directory
}

/** Temporary files in a store. */
export async function leftovers(root: string): Promise<string[]> {
  const names = await readdir(join(root, '.holdfast-tmp')).catch(() => [])
  return names.filter((name) => name.endsWith('.part'))
}
