import type { ErrorCode } from '../../errors/codes.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Session } from './session.ts'

/** A store whose abilities are not known yet. */
export type ProbeTarget = Omit<Session, 'abilities'>

const refusals: readonly ErrorCode[] = ['store-condition-failed', 'store-checksum-mismatch']

async function outcome(attempt: () => Promise<unknown>): Promise<ErrorCode | 'done'> {
  try {
    await attempt()
    return 'done'
  } catch (error) {
    // What may go well later says nothing of what the store can do.
    if (error instanceof HoldfastError && !error.retryable) return error.code
    throw error
  }
}

/** Whether the store refuses what it must refuse, for the right reason. */
export async function isRefused(attempt: () => Promise<unknown>): Promise<boolean> {
  return (refusals as readonly string[]).includes(await outcome(attempt))
}

/** Whether the store takes what it must take. */
export async function works(attempt: () => Promise<unknown>): Promise<boolean> {
  return (await outcome(attempt)) === 'done'
}

/** The result of a trial of several steps; false where the store does not even let it begin. */
export async function holds(trial: () => Promise<boolean>): Promise<boolean> {
  try {
    return await trial()
  } catch (error) {
    if (error instanceof HoldfastError && !error.retryable) return false
    throw error
  }
}
