import { extendLocks } from '../../catalog/locks.ts'
import type { Clock } from '../../domain/clock.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'
import type { ChosenParent } from './parent.ts'

const day = 86_400_000

/**
 * Keeps an increment's ancestors locked for as long as the increment will be, and a day more for the run itself. A reason
 * where some destination does not do so: the run must then be a full one.
 */
export async function lockAncestors(
  parent: ChosenParent,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (const { name, store } of parent.holders) {
    if (store.lockFor === undefined) continue
    const until = new Date(clock.now().getTime() + store.lockFor + day)
    try {
      await extendLocks(store, parent.chain, until, signal)
    } catch (error) {
      signal.throwIfAborted()
      return `${name} does not extend the lock of what it builds on: ${asHoldfastError(error).message}`
    }
  }
  return undefined
}

/** The same before the commit, for runs that took longer than the day. Errors: the store's; nothing is committed then. */
export async function relockAncestors(
  { store }: Pick<Destination, 'store'>,
  ancestors: ChosenParent['chain'],
  startedAt: Date,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const now = clock.now().getTime()
  if (store.lockFor === undefined || needsNone(startedAt, now)) return
  await extendLocks(store, ancestors, new Date(now + store.lockFor + day), signal)
}

function needsNone(startedAt: Date, now: number): boolean {
  return now - startedAt.getTime() < day - day / 24
}
