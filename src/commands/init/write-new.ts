import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'

/** Where `init` puts keys, and what tells a person how to get at backups without this host. */
export const keysFolder = 'holdfast-keys'
export const sheetName = 'recovery-sheet.md'

/** Writes a file that must not be there yet. Errors: `target-unwritable`. */
export async function writeNew(file: string, text: string, mode = 0o644): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode })
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    throw new HoldfastError('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
      hint: exists
        ? 'Edit it by hand, or run init in another directory with --out.'
        : 'Choose a directory that you may write to with --out.',
      context: { path: file },
      cause,
    })
  }
}

/** Keys must never be committed: says so to git, without touching what stands there. */
export async function ignoreSecrets(directory: string): Promise<void> {
  const file = join(directory, '.gitignore')
  const lines = [`${keysFolder}/`, sheetName, '.env']
  const there = await readFile(file, 'utf8').catch(() => '')
  const missing = lines.filter((line) => !there.split('\n').includes(line))
  if (missing.length === 0) return
  const start = there === '' || there.endsWith('\n') ? '' : '\n'
  await appendFile(file, `${start}${missing.join('\n')}\n`)
}
