import { lstat, mkdir, readdir, rename, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { removeTree } from './remove-tree.ts'

/** A new directory on the target's file system; what is restored there appears at the target in one step, or not at all. */
export interface Staging {
  readonly path: string
  /** Puts the staged directory in the place of the target. `settle` sets the root's attributes where it was not renamed. */
  commit(settle: (root: string) => Promise<void>): Promise<void>
  /** Removes what is staged; the target is as it was. */
  discard(): Promise<void>
}

const prefix = '.holdfast-'

/** The error of a place where nothing can be made. */
export function unwritable(path: string, cause: unknown): HoldfastError {
  return new HoldfastError('target-unwritable', `nothing can be written at ${path}`, {
    hint: 'Name a target whose parent directory exists and may be written by this user.',
    context: { path },
    cause,
  })
}

type Found = 'absent' | 'empty' | 'filled'

/** What stands at a target. */
export async function look(target: string): Promise<Found> {
  const stats = await lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unwritable(target, error)
  })
  if (stats === undefined) return 'absent'
  if (!stats.isDirectory()) return 'filled'
  return (await readdir(target, { encoding: 'buffer' })).length === 0 ? 'empty' : 'filled'
}

/** Moves what is in one directory into another one of the same file system, but for some names. */
export async function moveChildren(
  from: string | Buffer,
  to: string | Buffer,
  but: readonly string[],
): Promise<void> {
  const below = (directory: string | Buffer, name: Buffer): Buffer =>
    Buffer.concat([Buffer.from(directory), Buffer.from('/'), name])
  for (const name of await readdir(from, { encoding: 'buffer' }))
    if (!but.includes(name.toString('latin1'))) await rename(below(from, name), below(to, name))
}

type Environment = Readonly<Record<string, string>>

/** A stage beside the target, renamed into its place. */
export function besides(target: string, id: string, environment: Environment): Staging {
  const path = join(dirname(target), `.${basename(target)}.holdfast-${id}`)
  const old = `${path}-old`
  return {
    path,
    async commit() {
      const found = await look(target)
      if (found === 'empty') {
        // A directory that is somebody's working directory or was mounted on meanwhile fails here, untouched.
        await rmdir(target)
      } else if (found === 'filled') await rename(target, old)
      try {
        await rename(path, target)
      } catch (error) {
        if (found === 'filled') await rename(old, target)
        if (found === 'empty') await mkdir(target)
        throw unwritable(target, error)
      }
      await removeTree(old, environment)
    },
    discard: () => removeTree(path, environment),
  }
}

/** A stage inside the target, whose content changes places with what is there. */
export function inside(target: string, id: string, environment: Environment): Staging {
  const name = `${prefix}${id}`
  const path = join(target, name)
  const oldName = `${name}-old`
  const old = join(target, oldName)
  return {
    path,
    async commit(settle) {
      await mkdir(old, { mode: 0o700 })
      await moveChildren(target, old, [name, oldName])
      try {
        await moveChildren(path, target, [])
      } catch (error) {
        await moveChildren(target, path, [name, oldName]).catch(() => undefined)
        await moveChildren(old, target, [])
        await rmdir(old)
        throw unwritable(target, error)
      }
      await removeTree(path, environment)
      await removeTree(old, environment)
      await settle(target)
    },
    discard: () => removeTree(path, environment),
  }
}
