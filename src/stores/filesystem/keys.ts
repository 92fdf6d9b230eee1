import { join, sep } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'

/** Holds what is being written, and the lock; at the root, so that a rename never crosses a file system. */
export const temporaryDirectory = '.holdfast-tmp'

function flaw(key: string): string | undefined {
  if (key.includes('\0')) return 'it holds a NUL'
  if (sep !== '/' && key.includes(sep)) return `it holds a ${sep}`
  const segments = key.split('/')
  if (segments.includes('')) return 'a part of it is empty'
  if (segments.includes('.') || segments.includes('..')) return 'a part of it is . or ..'
  if (segments[0]?.toLowerCase() === temporaryDirectory) return `${temporaryDirectory} is reserved`
  return undefined
}

/** The path of a key's file: the key itself under the root. A key that would leave the root is refused. */
export function pathOf(root: string, key: string): string {
  const reason = flaw(key)
  if (reason === undefined) return join(root, key)
  throw new HoldfastError('store-unsupported', `the key ${JSON.stringify(key)} cannot be a file: ${reason}`, {
    context: { key },
  })
}
