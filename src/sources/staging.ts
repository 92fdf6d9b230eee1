import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, lstat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { makeMissing } from '../process/make-missing.ts'
import { besides, inside, look, type Staging, unwritable } from './stage.ts'

/** Refuses a target that holds something, unless it may be replaced: `target-not-empty`. */
async function checkTarget(target: string, overwrite: boolean): Promise<void> {
  if ((await look(target)) !== 'filled' || overwrite) return
  const stats = await lstat(target)
  const trouble = stats.isSymbolicLink()
    ? 'is a symbolic link'
    : stats.isDirectory()
      ? 'is not empty'
      : 'is not a directory'
  throw new HoldfastError('target-not-empty', `${target} ${trouble}`, {
    hint: 'Restore into a new directory, or add --overwrite to replace what is there.',
    context: { path: target },
  })
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
  await makeMissing(path, 0o755).catch((error) => {
    throw unwritable(path, error)
  })
  await chmod(path, 0o700)
}

async function makeParent(target: string): Promise<void> {
  await makeMissing(dirname(target)).catch((error) => {
    throw unwritable(dirname(target), error)
  })
}

/** Makes a staging directory: beside the target, or inside it where the target is a mount point or cannot be renamed. */
export async function openStaging(
  target: string,
  overwrite: boolean,
  environment: Readonly<Record<string, string>>,
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
