import type { HoldfastError } from '../errors/error.ts'
import type { KeysSkipped, ShredResult } from '../report/key-results.ts'
import type { CommandContext } from './context.ts'
import { errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { leaseScope, type OnBusy, releaseAll, whileHeld } from './repository/lease.ts'
import { leaseStores } from './repository/lease-store.ts'
import { destroyKeys, incomplete } from './shred/destroy.ts'
import { holdersOf, refuseNeeded } from './shred/survey.ts'

/**
 * `holdfast shred ID`: destroys the wrapped keys of one backup at every destination that has it, so that its data, which
 * may stay for long where they are locked or copied, open to nobody. Looks at all destinations before it changes one.
 * Errors: `held`, `needed-by-children`, `confirmation-needed`, `backup-not-found`, `shred-incomplete`, `busy`.
 */
export async function shred(
  context: CommandContext,
  id: string,
  { onBusy }: { readonly onBusy: OnBusy },
): Promise<Outcome> {
  const { holders, errors: unasked } = await holdersOf(context, id)
  const job = holders[0]?.entry.job ?? ''
  for (const holder of holders) await refuseNeeded(holder)
  const places = holders.map(({ name }) => name).join(', ')
  await context.confirm(
    `Nobody will ever open backup ${id} of ${job} again, not even with the identity. Destroy its keys at ${places}?`,
  )
  const leases = await leaseScope(context, `job~${job}`, await leaseStores(context, holders), onBusy, { job })
  if (leases === undefined) {
    const skipped: KeysSkipped = { job, id, status: 'skipped' }
    return { results: [skipped], warnings: [], errors: unasked, exitCode: exitOf(unasked, 0) }
  }
  const held = { ...context, signal: whileHeld(context.signal, leases) }
  const results: ShredResult[] = []
  const errors: HoldfastError[] = [...unasked]
  try {
    // A run may have built on it, or somebody held it, before the lease was ours.
    const now = (await holdersOf(held, id)).holders
    for (const holder of now) await refuseNeeded(holder)
    for (const holder of now) {
      try {
        const result = await destroyKeys(held, holder, leases)
        results.push(result)
        if (result.locked > 0) errors.push(incomplete(result))
      } catch (error) {
        held.signal.throwIfAborted()
        errors.push(errorOfJob(error, job))
      }
    }
  } finally {
    await releaseAll(leases)
  }
  const done = results.filter(({ shredded }) => shredded).length
  return { results, warnings: [], errors, exitCode: exitOf(errors, done) }
}
