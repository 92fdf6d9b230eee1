import { statfs } from 'node:fs/promises'
import { HoldfastError } from '../../../errors/error.ts'

const gibibyte = 1024 ** 3

/** What a prepare and a server add to the files of a copy: a fifth, logs, temporary tables. */
function needed(bytes: number): number {
  return Math.ceil(bytes * 1.2) + 5 * gibibyte
}

/** Bytes as people compare them with what `df -h` says. */
function shown(bytes: number): string {
  return `${(bytes / gibibyte).toFixed(1)} GiB`
}

/**
 * Throws `scratch-too-small` where a copy of `bytes` cannot be unpacked, prepared and served at `place`: it takes its
 * size, 20 % and 5 GiB. `what` begins the message, `hint` says what to change.
 */
export async function requireRoom(
  place: string,
  bytes: number,
  { what, hint }: { readonly what: string; readonly hint: string },
): Promise<void> {
  const { bavail, bsize } = await statfs(place)
  const free = bavail * bsize
  if (free >= needed(bytes)) return
  throw new HoldfastError(
    'scratch-too-small',
    `${what} needs ${shown(needed(bytes))} in ${place} (${shown(bytes)}, 20 % and 5 GiB), ${shown(free)} are free`,
    { hint, context: { path: place, needed: needed(bytes), free } },
  )
}
