import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'

/** One hash over everything in a tree. */
export interface TreeHash {
  /** SHA-256, hex. */
  readonly hash: string
  readonly files: number
  readonly bytes: number
}

const kinds = [
  ['isFile', 'f'],
  ['isDirectory', 'd'],
  ['isSymbolicLink', 'l'],
  ['isFIFO', 'p'],
  ['isSocket', 's'],
  ['isBlockDevice', 'b'],
  ['isCharacterDevice', 'c'],
] as const

async function hashFile(path: Buffer, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Hashes names, types, modes, owners, sizes, times and contents of all that lies below `root`, in the order of their
 * names' bytes. The root itself is left out, and so is `.zfs`. Errors: those of reading, and the signal's reason.
 */
export async function hashTree(root: string, signal: AbortSignal): Promise<TreeHash> {
  const hash = createHash('sha256')
  let files = 0
  let bytes = 0

  async function visit(directory: Buffer, prefix: Buffer): Promise<void> {
    const names = (await readdir(directory, { encoding: 'buffer' })).sort(Buffer.compare)
    for (const name of names) {
      signal.throwIfAborted()
      const path = Buffer.concat([directory, Buffer.from('/'), name])
      const shown = Buffer.concat([prefix, name])
      const stats = await lstat(path, { bigint: true })
      const kind = kinds.find(([is]) => stats[is]())?.[1] ?? '?'
      const content =
        kind === 'f'
          ? await hashFile(path, signal)
          : kind === 'l'
            ? await readlink(path, { encoding: 'hex' })
            : ''
      const size = kind === 'f' ? stats.size : 0n
      hash.update(shown)
      hash.update(`\0${kind} ${stats.mode} ${stats.uid} ${stats.gid} ${size} ${stats.mtimeNs} ${content}\n`)
      if (kind === 'f') {
        files += 1
        bytes += Number(size)
      }
      if (kind === 'd') await visit(path, Buffer.concat([shown, Buffer.from('/')]))
    }
  }

  await visit(Buffer.from(root), Buffer.alloc(0))
  return { hash: hash.digest('hex'), files, bytes }
}
