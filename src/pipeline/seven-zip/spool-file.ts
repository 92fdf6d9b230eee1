import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { HoldfastError } from '../../errors/error.ts'

/** Writes a new file (0600) of a spool. Errors: `disk-full`, those of the source. */
export async function writeSpoolFile(
  source: AsyncIterable<Uint8Array>,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal })
  } catch (error) {
    signal.throwIfAborted()
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    throw new HoldfastError('disk-full', `no room for ${path}`, {
      hint: 'Set spool of the job to a directory on a larger disk.',
      context: { path },
      cause: error,
    })
  }
}
