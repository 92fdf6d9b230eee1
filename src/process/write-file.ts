import { constants } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HoldfastError } from '../errors/error.ts'

function refuse(path: string, cause: NodeJS.ErrnoException): HoldfastError {
  if (cause.code === 'EEXIST') {
    return new HoldfastError('target-not-empty', `${path} is there already`, {
      hint: 'Name a new file, or add --overwrite.',
      context: { path },
    })
  }
  return new HoldfastError('target-unwritable', `${path} cannot be written`, {
    hint: 'Name a file in a directory that this user may write.',
    context: { path },
    cause,
  })
}

/**
 * Writes a stream to a file (0600) that appears whole or not at all. Returns its bytes. Errors: `target-not-empty` where
 * the file is there and may not be replaced, `target-unwritable`, `disk-full`, and those of the stream.
 */
export async function writeStreamToFile(
  source: Readable,
  path: string,
  options: { readonly overwrite: boolean; readonly signal: AbortSignal },
): Promise<number> {
  const partial = `${path}.holdfast-partial`
  let reserved = false
  let file: FileHandle | undefined
  try {
    if (!options.overwrite) {
      // Creating the name first keeps a file safe that somebody else makes meanwhile.
      await (await open(path, 'wx', 0o600)).close()
      reserved = true
    }
    file = await open(
      partial,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW,
      0o600,
    )
  } catch (error) {
    source.destroy()
    if (reserved) await rm(path, { force: true })
    throw refuse(path, error as NodeJS.ErrnoException)
  }
  try {
    const sink = file.createWriteStream({ autoClose: false })
    await pipeline(source, sink, { signal: options.signal })
    await file.sync()
    await file.close()
    await rename(partial, path)
    return sink.bytesWritten
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(partial, { force: true })
    if (reserved) await rm(path, { force: true })
    options.signal.throwIfAborted()
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    throw new HoldfastError('disk-full', `no room for ${path}`, {
      hint: 'Make room on that disk, or name a target on another one.',
      context: { path },
      cause: error,
    })
  }
}
