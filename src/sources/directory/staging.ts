import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, lstat, mkdir, readdir, rename, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
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

function unwritable(path: string, cause: unknown): HoldfastError {
  return new HoldfastError('target-unwritable', `nothing can be written at ${path}`, {
    hint: 'Name a target whose parent directory exists and may be written by this user.',
    context: { path },
    cause,
  })
}

type Found = 'absent' | 'empty' | 'filled'

async function look(target: string): Promise<Found> {
  const stats = await lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unwritable(target, error)
  })
  if (stats === undefined) return 'absent'
  if (!stats.isDirectory()) return 'filled'
  return (await readdir(target, { encoding: 'buffer' })).length === 0 ? 'empty' : 'filled'
}

/** Refuses a target that holds something, unless it may be replaced: `target-not-empty`. */
async function checkTarget(target: string, overwrite: boolean): Promise<void> {
  if ((await look(target)) !== 'filled' || overwrite) return
  throw new HoldfastError('target-not-empty', `${target} is not empty`, {
    hint: 'Restore into a new directory, or add --overwrite to replace what is there.',
    context: { path: target },
  })
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

/** Whether the target can be replaced by renaming: not a mount point, and its parent may be written. */
async function renameable(target: string): Promise<boolean> {
  const parent = dirname(target)
  try {
    await access(parent, constants.W_OK | constants.X_OK)
    const [own, above] = await Promise.all([lstat(target).catch(() => undefined), lstat(parent)])
    return own === undefined || own.dev === above.dev
  } catch {
    return false
  }
}

async function makeStage(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o755 }).catch((error) => {
    throw unwritable(path, error)
  })
  await chmod(path, 0o700)
}

async function makeParent(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true }).catch((error) => {
    throw unwritable(dirname(target), error)
  })
}

type Environment = Readonly<Record<string, string>>

function besides(target: string, id: string, environment: Environment): Staging {
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

function inside(target: string, id: string, environment: Environment): Staging {
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

/** Makes a staging directory: beside the target, or inside it where the target is a mount point or cannot be renamed. */
export async function openStaging(
  target: string,
  overwrite: boolean,
  environment: Environment,
): Promise<Staging> {
  await checkTarget(target, overwrite)
  await makeParent(target)
  const id = randomBytes(6).toString('hex')
  const staging = (await renameable(target))
    ? besides(target, id, environment)
    : inside(target, id, environment)
  await makeStage(staging.path)
  return staging
}
