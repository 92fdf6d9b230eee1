import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createBlake3, createSha256 } from '../../codec/hash.ts'
import type { Secret } from '../../domain/secret.ts'
import type { StreamObserver } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import type { Spool } from './spool.ts'
import { writeSpoolFile } from './spool-file.ts'
import { explain, findSevenZip, listArguments, packArguments, passwordLine, testArguments } from './tool.ts'

export interface PackOptions {
  /** The name of the one file in the archive. */
  readonly member: string
  readonly spool: Spool
  readonly passphrase: Secret
  /** Stored as it comes instead of compressed. */
  readonly store: boolean
  readonly threads?: number
  readonly hashes: { readonly sha256: boolean; readonly blake3: boolean }
  readonly observer?: StreamObserver
  readonly onBytes: (bytes: number) => void
  /** Called when all is read and packing begins. */
  readonly onPacking?: () => void
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export interface Packed {
  readonly path: string
  readonly archiveBytes: number
  /** Of the plain stream. */
  readonly bytes: number
  readonly sha256?: string
  readonly blake3?: string
}

/** Writes the plain stream to the spool, since an archive has to seek. Returns what is known of its bytes. */
async function spoolPlain(open: () => Readable, path: string, options: PackOptions) {
  const source = open()
  // A disk that refuses before anything is read leaves the source's end to nobody.
  source.on('error', () => undefined)
  const { hashes, observer, onBytes, signal } = options
  const sha256 = hashes.sha256 ? createSha256() : undefined
  const blake3 = hashes.blake3 ? await createBlake3() : undefined
  let bytes = 0
  async function* seen(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      observer?.write(chunk)
      sha256?.update(chunk)
      blake3?.update(chunk)
      bytes += chunk.length
      onBytes(chunk.length)
      yield chunk
    }
    observer?.end()
  }
  await writeSpoolFile(seen(), path, signal)
  return { bytes, ...(sha256 && { sha256: sha256.hex() }), ...(blake3 && { blake3: blake3.hex() }) }
}

/** What `l -slt` says of the one file: its size, and whether it is encrypted. */
function listed(text: string): { files: number; bytes: number; encrypted: boolean } {
  const [, members = ''] = text.split(/^-{10}$/m)
  return {
    files: members.match(/^Path = /gm)?.length ?? 0,
    bytes: Number(/^Size = (\d+)$/m.exec(members)?.[1] ?? -1),
    encrypted: /^Encrypted = \+$/m.test(members),
  }
}

function notWhole(found: string): HoldfastError {
  return new HoldfastError('source-truncated', `the 7z archive is not what was put into it: ${found}`, {
    hint: 'Look whether the disk of the spool is sound, and run again. Nothing of this run is listed.',
  })
}

/**
 * Packs a stream into an encrypted 7z archive in the spool, then tests it and compares the size: 7-Zip has ways to pack
 * nothing and to exit with success. The plain copy is gone when it returns. Errors: those of the source, `tool-missing`,
 * `tool-failed`, `disk-full`, `scratch-too-small`, `source-truncated`.
 */
export async function packArchive(open: () => Readable, options: PackOptions): Promise<Packed> {
  const { spool, member, passphrase, signal, environment, store, threads } = options
  const stdin = passwordLine(passphrase)
  const command = await findSevenZip(environment)
  const archive = 'archive.7z'
  const run = async (args: string[]) => {
    try {
      return await runTool({ command, args, environment, cwd: spool.path, stdin, signal })
    } catch (error) {
      throw explain(error, archive)
    }
  }
  const plain = await spoolPlain(open, join(spool.path, member), options)
  await spool.checkRoom(plain.bytes)
  options.onPacking?.()
  await run(packArguments(archive, member, store, threads))
  await run(testArguments(archive))
  const { files, bytes, encrypted } = listed((await run(listArguments(archive))).stdout.toString())
  if (files !== 1 || bytes !== plain.bytes) {
    throw notWhole(`${files} files, ${bytes} of ${plain.bytes} bytes`)
  }
  if (!encrypted) throw notWhole('it is not encrypted')
  await rm(join(spool.path, member))
  const path = join(spool.path, archive)
  return { path, archiveBytes: (await stat(path)).size, ...plain }
}
