import { HoldfastError, hasCode } from '../errors/error.ts'

/** The error for bytes that are not what was written. `key` names the object where it is known. */
export function damaged(why: string, key?: string, cause?: unknown): HoldfastError {
  return new HoldfastError('object-damaged', `${key ?? 'an object'} is damaged: ${why}`, {
    hint: 'Restore from another destination with --destination, or from an earlier backup with --at.',
    context: { ...(key === undefined ? {} : { key }), reason: why },
    cause,
  })
}

/** Adds the object's key to an `object-damaged` of the layers below, which do not know it; other errors stay. */
export function namingKey(error: unknown, key: string): unknown {
  if (!hasCode(error, 'object-damaged') || error.context.key !== undefined) return error
  return damaged(String(error.context.reason ?? error.message), key, error.cause)
}
