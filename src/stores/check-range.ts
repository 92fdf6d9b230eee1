import type { ByteRange } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'

/**
 * Refuses a part that an object of `size` bytes does not have. Errors: `object-damaged`, and `internal` for what is no
 * range at all.
 */
export function checkRange(key: string, size: number, { offset, length }: ByteRange): void {
  if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0) {
    throw new HoldfastError('internal', `no range of an object: ${length} bytes from ${offset}`, {
      context: { key },
    })
  }
  if (offset + length <= size) return
  throw new HoldfastError('object-damaged', `the object ${key} is shorter than the part asked for`, {
    context: { key, bytes: size, offset, length },
  })
}
