import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { HoldfastError } from '../../../errors/error.ts'

/** For directory entries and rounding to blocks. */
const slack = 1.05

async function freeBytes(path: string): Promise<number> {
  for (let place = path; ; place = dirname(place)) {
    const found = await statfs(place).catch(() => undefined)
    if (found !== undefined) return found.bavail * found.bsize
    if (place === dirname(place)) return Number.POSITIVE_INFINITY
  }
}

/** Makes sure that a disk has room for `bytes` before anything is copied. Errors: `scratch-too-small`, `disk-full`. */
export async function requireRoom(
  path: string,
  bytes: number,
  { what, target = false }: { readonly what: string; readonly target?: boolean },
): Promise<void> {
  const needed = Math.ceil(bytes * slack)
  const free = await freeBytes(path)
  if (free >= needed) return
  throw new HoldfastError(
    target ? 'disk-full' : 'scratch-too-small',
    `${what} needs ${needed} bytes in ${path}, ${free} are free`,
    {
      hint: target
        ? 'Make room on that disk, or name a target on a larger one.'
        : 'Set spool (of backups) or scratch-dir (of restores and drills) of the job to a directory on a larger disk.',
      context: { path, needed, free },
    },
  )
}
