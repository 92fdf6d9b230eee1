import type { DrillCheck } from '../../domain/drill.ts'
import { type HoldfastError, hasCode } from '../../errors/error.ts'
import { asHoldfastError } from '../outcome.ts'

/** Whether an error says something about the backup itself; any other says something about this run. */
export function blamesBackup(error: unknown): error is HoldfastError {
  return hasCode(
    error,
    'object-damaged',
    'object-missing',
    'manifest-damaged',
    'index-damaged',
    'source-truncated',
    'key-mismatch',
  )
}

/** The finding that an error about a backup comes to; any other error is thrown on. */
export function damageOf(
  thrown: unknown,
  name: string,
): {
  readonly result: 'failed'
  readonly checks: readonly DrillCheck[]
  readonly damaged: readonly string[]
} {
  const error = asHoldfastError(thrown)
  if (!blamesBackup(error)) throw error
  const { key } = error.context
  return {
    result: 'failed',
    checks: [{ name, result: 'failed', expected: 'whole', found: `${error.code}: ${error.message}` }],
    damaged: typeof key === 'string' ? [key] : [],
  }
}
