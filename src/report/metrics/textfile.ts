import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import type { Sample } from './sample.ts'
import { metricsText } from './text.ts'

/** Renames into place: node_exporter never reads half a file. Anybody may read it: that is another user's process. */
async function replace(file: string, text: string): Promise<void> {
  // Not ending in .prom: the collector would read it.
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    const handle = await open(temporary, 'wx', 0o644)
    try {
      await handle.writeFile(text)
      await handle.chmod(0o644)
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * Writes samples to a file for node_exporter's textfile collector (0644), over what it holds of other jobs. Errors:
 * `notification-failed`.
 */
export async function writeTextfile(file: string, samples: readonly Sample[]): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    const earlier = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    await replace(file, metricsText(samples, earlier))
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException
    throw new HoldfastError('notification-failed', `metrics were not written to ${file}: ${code}`, {
      hint: 'Set metrics.textfile to a file in a directory that this user may write.',
    })
  }
}
