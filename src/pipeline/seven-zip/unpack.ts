import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { damaged } from '../../codec/damage.ts'
import { createSha256 } from '../../codec/hash.ts'
import type { Secret } from '../../domain/secret.ts'
import type { Store } from '../../domain/store.ts'
import { spawnTool } from '../../process/spawn.ts'
import { abortable } from '../abortable.ts'
import { getObject } from '../fetch-object.ts'
import { openSpool } from './spool.ts'
import { writeSpoolFile } from './spool-file.ts'
import { explain, extractArguments, findSevenZip, passwordLine } from './tool.ts'

export interface UnpackOptions {
  readonly store: Store
  /** Without a hash: an archive that somebody else made, for which its own checksums have to do. */
  readonly object: { readonly key: string; readonly bytes: number; readonly sha256?: string }
  readonly passphrase: Secret
  /** Where the spool is made. */
  readonly parent: string
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly onFetched?: (bytes: number) => void
}

/** The stored bytes; throws at their end where they are not the recorded ones. */
async function* verified({ store, object, signal, onFetched }: UnpackOptions): AsyncGenerator<Uint8Array> {
  const sha256 = createSha256()
  let bytes = 0
  for await (const chunk of (await getObject(store, object.key, signal)) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    sha256.update(chunk)
    onFetched?.(chunk.length)
    yield chunk
  }
  signal.throwIfAborted()
  if (bytes !== object.bytes) throw damaged(`it has ${bytes} of ${object.bytes} bytes`, object.key)
  if (object.sha256 !== undefined && sha256.hex() !== object.sha256) {
    throw damaged('its SHA-256 is not the recorded one', object.key)
  }
}

async function* extracted(options: UnpackOptions): AsyncGenerator<Uint8Array> {
  const { object, environment, signal } = options
  const stdin = passwordLine(options.passphrase)
  const command = await findSevenZip(environment)
  const spool = await openSpool(options.parent, object.bytes)
  try {
    const path = join(spool.path, 'archive.7z')
    await writeSpoolFile(verified(options), path, signal)
    const tool = spawnTool({ command, args: extractArguments(path), environment, stdin, signal })
    try {
      yield* tool.stdout as AsyncIterable<Uint8Array>
    } catch (error) {
      throw explain(error, object.key)
    } finally {
      await tool.stop()
    }
  } finally {
    await spool.remove()
  }
}

/**
 * The plain bytes of a 7z archive, every stored byte compared with its hash before the first one comes. Errors:
 * `object-missing`, `object-damaged`, `passphrase-wrong`, `scratch-too-small`, `tool-missing`.
 */
export function openArchive(options: UnpackOptions): Readable {
  return abortable(options.signal, (signal) => extracted({ ...options, signal }))
}
