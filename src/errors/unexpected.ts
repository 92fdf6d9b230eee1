import { HoldfastError } from './error.ts'

const changing = new Set([
  'mkdir',
  'mkdtemp',
  'rename',
  'unlink',
  'rmdir',
  'link',
  'symlink',
  'chmod',
  'chown',
])

/** A full or read-only disk and a missing right are nobody's bug, wherever they are met. */
function ofTheDisk(error: unknown): HoldfastError | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined
  const { code = '', syscall = '', path } = error as NodeJS.ErrnoException
  const details = { context: { path, system: code }, cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const what = path ?? 'the output'
    return new HoldfastError('disk-full', `no space left to write ${what}`, {
      hint: `Free space on the file system that holds ${what}.`,
      ...details,
    })
  }
  const refused = code === 'EROFS' || ((code === 'EACCES' || code === 'EPERM') && changing.has(syscall))
  if (!refused || path === undefined) return undefined
  return new HoldfastError('target-unwritable', `cannot write ${path}: ${code}`, {
    hint: 'Name a place that this user may write; TMPDIR names that of temporary directories.',
    ...details,
  })
}

/**
 * Any thrown thing as the one error type: `disk-full` and `target-unwritable` for what the disk refused, else `internal`,
 * with the original as its cause.
 */
export function asHoldfastError(error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error
  const message = error instanceof Error ? error.message : String(error)
  return (
    ofTheDisk(error) ??
    new HoldfastError('internal', `unexpected: ${message}`, {
      hint: 'This is a bug in Holdfast. Please report it with the output of the same command and --verbose.',
      cause: error,
    })
  )
}
