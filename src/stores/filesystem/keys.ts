import { join, sep } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import { keyFlaw } from '../key-flaw.ts'

/** Holds what is being written, and the lock; at the root, so that a rename never crosses a file system. */
export const temporaryDirectory = '.holdfast-tmp'

function flaw(key: string): string | undefined {
  if (sep !== '/' && key.includes(sep)) return `it holds a ${sep}`
  if (key.split('/')[0]?.toLowerCase() === temporaryDirectory) return `${temporaryDirectory} is reserved`
  return keyFlaw(key)
}

/** The path of a key's file: the key itself under the root. A key that would leave the root is refused. */
export function pathOf(root: string, key: string): string {
  const reason = flaw(key)
  if (reason === undefined) return join(root, key)
  throw new HoldfastError('store-unsupported', `the key ${JSON.stringify(key)} cannot be a file: ${reason}`, {
    context: { key },
  })
}
