import { placeHold, releaseHold } from '../catalog/holds.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { openDestination } from './repository/destination.ts'
import { destinationsOf, findBackup } from './repository/find.ts'

/** Every destination of the job that has the backup. */
async function holders(context: CommandContext, what: string) {
  const found = await findBackup(context, what, { force: true, proofs: false })
  const { job, id } = found.entry
  const stores = []
  for (const name of destinationsOf(context, job)) {
    const { store } = await openDestination(context, name, 'write')
    stores.push({ name, store })
  }
  return { job, id, stores }
}

/** `holdfast hold ID`: at every destination of its job, so that no cleanup anywhere takes it. */
export async function hold(
  context: CommandContext,
  what: string,
  reason: string | undefined,
): Promise<Outcome> {
  const { job, id, stores } = await holders(context, what)
  const { actor } = context.identity.run ?? {}
  const results: object[] = []
  for (const { name, store } of stores) {
    const value = {
      placed: context.clock.now(),
      ...(reason === undefined ? {} : { reason }),
      by: actor ?? context.identity.host,
    }
    const placed = await placeHold(store, job, id, value, context.signal)
    results.push({ job, id, destination: name, held: true, changed: placed })
  }
  return done(results)
}

/** `holdfast release ID`: retention may take it again. */
export async function release(context: CommandContext, what: string): Promise<Outcome> {
  const { job, id, stores } = await holders(context, what)
  for (const { store } of stores) await releaseHold(store, job, id)
  return done(stores.map(({ name }) => ({ job, id, destination: name, held: false, changed: true })))
}
