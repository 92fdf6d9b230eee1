import type { ErrorCode } from '../../errors/codes.ts'
import { HoldfastError } from '../../errors/error.ts'

const full = new Set(['ENOSPC', 'EDQUOT'])
const passing = new Set([
  'EIO',
  'ESTALE',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'ENETDOWN',
  'EAGAIN',
  'EBUSY',
  'EMFILE',
  'ENFILE',
  'ENOENT',
])
const impossibleNames = new Set(['ENAMETOOLONG', 'EILSEQ'])

/** The system's code (`ENOENT`) of an error, or undefined. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function hintFor(code: string, root: string): string | undefined {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `Give this user read and write permission for everything under ${root}.`
    case 'EROFS':
      return `Mount the file system of ${root} read-write, or choose another path.`
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return `Remove or rename what stands in the way under ${root}: a file and a directory cannot have one name.`
    case 'EXDEV':
      return `Keep all of ${root} on one file system; move the whole directory rather than a part of it.`
    default:
      return undefined
  }
}

/**
 * What a failed call on the file system means. Errors that are no system errors (a HoldfastError, a signal's reason, an
 * error of the stream being stored) are returned as they are.
 */
export function storeError(error: unknown, doing: 'read' | 'write', what: string, root: string): unknown {
  const code = systemCode(error)
  if (error instanceof HoldfastError || !code || !(error instanceof Error) || !('syscall' in error))
    return error
  const context = { path: root, system: code }
  if (full.has(code)) {
    return new HoldfastError('disk-full', `no space left to write ${what}`, {
      hint: `Free space on the file system of ${root}, or point the destination to a larger one.`,
      context,
      cause: error,
    })
  }
  if (impossibleNames.has(code)) {
    return new HoldfastError('store-unsupported', `the file system cannot hold the name of ${what}`, {
      hint: `Use shorter names, or a file system under ${root} that allows 255 bytes a name.`,
      context,
      cause: error,
    })
  }
  const retryable = passing.has(code)
  const outcome: ErrorCode = doing === 'read' || retryable ? 'store-unreachable' : 'store-unwritable'
  const hint = hintFor(code, root)
  return new HoldfastError(outcome, `cannot ${doing} ${what}: ${code}`, {
    ...(hint === undefined ? {} : { hint }),
    context,
    retryable,
    cause: error,
  })
}
