import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import { generator } from './page.ts'

/** Renames into place, so that nobody reads half a page. Web servers are other users: anybody may read it. */
async function replace(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    const handle = await open(temporary, 'wx', 0o644)
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Pages of jobs that are no more; files of others stay, whatever they are called. */
async function removeOld(directory: string, kept: ReadonlySet<string>): Promise<void> {
  const names = await readdir(join(directory, 'jobs')).catch(() => [])
  for (const name of names.filter((each) => each.endsWith('.html') && !kept.has(`jobs/${each}`))) {
    const file = join(directory, 'jobs', name)
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text.slice(0, 2000).includes(generator)) await rm(file, { force: true })
  }
}

/** Writes pages into a directory, each whole or not at all. Errors: `target-unwritable`, `disk-full`. */
export async function writeSite(directory: string, pages: ReadonlyMap<string, string>): Promise<void> {
  try {
    await mkdir(join(directory, 'jobs'), { recursive: true })
    for (const [path, text] of pages) {
      const file = join(directory, path)
      await mkdir(dirname(file), { recursive: true })
      await replace(file, text)
    }
    await removeOld(directory, new Set(pages.keys()))
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException
    const isFull = code === 'ENOSPC'
    throw new HoldfastError(
      isFull ? 'disk-full' : 'target-unwritable',
      isFull ? `no room for pages in ${directory}` : `pages cannot be written to ${directory}: ${code}`,
      {
        hint: isFull
          ? 'Make room on that disk, or name a directory on another one.'
          : 'Name a directory that this user may write.',
        context: { path: directory },
        cause: error,
      },
    )
  }
}
