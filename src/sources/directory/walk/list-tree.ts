import type { BigIntStats, Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import type { ByteString } from '../../../domain/index-entry.ts'
import { childPath, fileSystemPath } from '../byte-paths.ts'
import type { Selection } from '../state.ts'
import type { Complaints } from '../verdict.ts'
import { createExclusion } from './exclude.ts'

export interface ListedName {
  readonly name: ByteString
  readonly directory: boolean
}

/** A directory and the names in it that belong to the backup, in byte order. Sockets are never among them. */
export interface ListedDirectory {
  readonly path: ByteString
  readonly stats: BigIntStats
  readonly names: readonly ListedName[]
}

export interface ListOptions {
  readonly complaints: Pick<Complaints, 'note'>
  readonly signal: AbortSignal
  /** Told of sockets, which no archive holds. */
  readonly onSocket?: (path: ByteString) => void
}

/** What an error of the file system says of a path. */
export function complaintOf(error: unknown): 'vanished' | 'unread' {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE' ? 'vanished' : 'unread'
}

const byName = (a: { name: ByteString }, b: { name: ByteString }): number => (a.name < b.name ? -1 : 1)

/**
 * Lists a tree without a tar: all its directories in byte order of their paths, as the index has them. Keeps every name
 * in memory. What cannot be listed is a complaint.
 */
export async function listTree(selection: Selection, options: ListOptions): Promise<ListedDirectory[]> {
  const { complaints, signal, onSocket } = options
  const excluded = createExclusion(selection)
  const found: ListedDirectory[] = []
  const waiting: ByteString[] = ['']
  let device: bigint | undefined

  async function entriesOf(path: ByteString): Promise<Dirent<Buffer>[]> {
    try {
      return await readdir(fileSystemPath(selection.path, path), { withFileTypes: true, encoding: 'buffer' })
    } catch (error) {
      complaints.note(complaintOf(error), path)
      return []
    }
  }

  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    signal.throwIfAborted()
    const at = path
    const stats = await lstat(fileSystemPath(selection.path, at), { bigint: true }).catch((error) => {
      complaints.note(complaintOf(error), at)
    })
    if (stats === undefined) continue
    device ??= stats.dev
    const elsewhere = selection.oneFileSystem && stats.dev !== device
    const names: ListedName[] = []
    for (const entry of elsewhere ? [] : await entriesOf(at)) {
      const name = entry.name.toString('latin1')
      const child = childPath(at, name)
      if (excluded(child)) continue
      if (entry.isSocket()) onSocket?.(child)
      else {
        names.push({ name, directory: entry.isDirectory() })
        if (entry.isDirectory()) waiting.push(child)
      }
    }
    found.push({ path: at, stats, names: names.sort(byName) })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
