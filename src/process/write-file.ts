import { constants, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HoldfastError } from '../errors/error.ts'

function explain(path: string, error: NodeJS.ErrnoException): unknown {
  if (error.code === 'EEXIST') {
    return new HoldfastError('target-not-empty', `${path} is there already`, {
      hint: 'Name a new file, or add --overwrite.',
      context: { path },
    })
  }
  if (error.code === 'ENOSPC') {
    return new HoldfastError('disk-full', `no room for ${path}`, {
      hint: 'Make room on that disk, or name a target on another one.',
      context: { path },
      cause: error,
    })
  }
  if (error.syscall !== 'open' && error.syscall !== 'rename') return error
  return new HoldfastError('target-unwritable', `${path} cannot be written`, {
    hint: 'Name a file in a directory that this user may write.',
    context: { path },
    cause: error,
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
  try {
    if (!options.overwrite) {
      // Creating the name first keeps a file safe that somebody else makes meanwhile.
      await (await open(path, 'wx', 0o600)).close()
      reserved = true
    }
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW
    // The types know text flags only.
    const sink = createWriteStream(partial, { flags: flags as unknown as string, mode: 0o600, flush: true })
    await pipeline(source, sink, { signal: options.signal })
    await rename(partial, path)
    return sink.bytesWritten
  } catch (error) {
    source.destroy()
    await rm(partial, { force: true }).catch(() => undefined)
    if (reserved) await rm(path, { force: true })
    options.signal.throwIfAborted()
    throw explain(path, error as NodeJS.ErrnoException)
  }
}
