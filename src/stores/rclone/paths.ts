import { HoldfastError } from '../../errors/error.ts'
import { keyFlaw } from '../key-flaw.ts'

/** Holds what is being written where an upload is visible before it is complete. */
export const temporaryDirectory = '.holdfast-tmp'

/** `remote:path` with more path behind it. */
export function below(remote: string, path: string): string {
  return path === '' ? remote : /[:/]$/.test(remote) ? remote + path : `${remote}/${path}`
}

/** Whether a key lies among the temporary ones. */
export function isTemporary(key: string): boolean {
  return key.split('/')[0]?.toLowerCase() === temporaryDirectory
}

/** The remote's path of a key. Errors: `store-unsupported` for a key that would be another's path. */
export function pathOf(remote: string, key: string): string {
  const reason = isTemporary(key) ? `${temporaryDirectory} is reserved` : keyFlaw(key)
  if (reason === undefined) return below(remote, key)
  throw new HoldfastError('store-unsupported', `the key ${JSON.stringify(key)} cannot be a file: ${reason}`, {
    context: { key },
  })
}
