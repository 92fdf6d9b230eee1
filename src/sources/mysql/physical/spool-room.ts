import { statfs } from 'node:fs/promises'
import { HoldfastError } from '../../../errors/error.ts'

/** Room for what nobody foresaw: rows that are written meanwhile. */
const slack = 64 * 1024 ** 2

/**
 * Throws `scratch-too-small` where `bytes` that come while writers wait, and a fifth, would not fit into `scratch`. Nothing
 * else of a copy is ever there. Returns what is needed. `target-unwritable` where there is no such directory.
 */
export async function checkSpool(scratch: string, bytes: number): Promise<number> {
  const needed = Math.ceil(bytes * 1.2) + slack
  const { bavail, bsize } = await statfs(scratch).catch((cause: unknown) => {
    throw new HoldfastError('target-unwritable', `the spool directory ${scratch} is not there`, {
      hint: 'Make it, or set spool: of the job to a directory that this user may write.',
      context: { path: scratch },
      cause,
    })
  })
  const free = bavail * bsize
  if (free >= needed) return needed
  throw new HoldfastError(
    'scratch-too-small',
    `the spool of a hot copy needs ${needed} bytes in ${scratch}, ${free} are free`,
    {
      hint: 'Set spool: of the job to a directory on a larger disk.',
      context: { path: scratch, needed, free },
    },
  )
}
