import { chmod, open, rmdir } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import { makeMissing } from '../../process/make-missing.ts'
import { systemCode } from './errors.ts'

/** Makes what was done in a directory survive a power cut. Windows cannot and need not. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The directory's mode that lets those search it who may read the files. */
function directoryMode(fileMode: number): number {
  return 0o700 | fileMode | ((fileMode & 0o444) >> 2)
}

/** From `path` up to and including `top`. */
function upTo(path: string, top: string): string[] {
  return path === top || dirname(path) === path ? [path] : [path, ...upTo(dirname(path), top)]
}

async function make(path: string, root: string, mode: number): Promise<void> {
  const first = await makeMissing(path, mode)
  // The process's umask may have taken bits that the configuration asks for.
  if (first !== undefined) for (const made of upTo(path, first)) await chmod(made, mode)
  const top = first !== undefined && (root + sep).startsWith(first + sep) ? dirname(first) : root
  for (const directory of path === top ? [top] : upTo(dirname(path), top)) await syncDirectory(directory)
}

export interface Directories {
  /** Makes a directory and its parents, all durable when it returns. */
  ensure(path: string): Promise<void>
  /** Forgets that a directory was there, since it no longer is. */
  forget(path: string): void
  /** Makes a change in a directory durable, or its removal when it has been removed since. */
  sync(path: string): Promise<void>
  /** Removes a directory and its parents below the root as far as they are empty; durable when it returns. */
  prune(path: string): Promise<void>
}

/** Remembers which directories are durable, so that one upload pays for it and not thousands. */
export function createDirectories(root: string, fileMode: number): Directories {
  const mode = directoryMode(fileMode)
  const durable = new Map<string, Promise<void>>()
  return {
    ensure(path) {
      const known = durable.get(path)
      if (known) return known
      const made = make(path, root, mode).catch((error) => {
        durable.delete(path)
        throw error
      })
      durable.set(path, made)
      return made
    },
    forget(path) {
      durable.delete(path)
    },
    async prune(path) {
      let directory = path
      while (directory !== root && (await removeEmpty(directory))) {
        durable.delete(directory)
        directory = dirname(directory)
      }
      await syncPresent(directory, root)
    },
    sync: (path) => syncPresent(path, root),
  }
}

async function removeEmpty(path: string): Promise<boolean> {
  try {
    await rmdir(path)
    return true
  } catch (error) {
    // Not empty, or somebody else's business; an error here must not fail a deletion that happened.
    return systemCode(error) === 'ENOENT'
  }
}

/** Another deletion may remove the directory first; its parent then tells the disk about both. */
async function syncPresent(path: string, root: string): Promise<void> {
  try {
    await syncDirectory(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    if (path !== root) await syncPresent(dirname(path), root)
  }
}
