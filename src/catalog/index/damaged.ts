import { type ErrorDetails, HoldfastError } from '../../errors/error.ts'

/** An `index-damaged` error; `details` may add context and a cause. */
export function indexDamaged(message: string, details: ErrorDetails = {}): HoldfastError {
  return new HoldfastError('index-damaged', message, {
    hint: 'Read this backup at another destination, or restore it whole: the data does not depend on its index.',
    ...details,
  })
}
