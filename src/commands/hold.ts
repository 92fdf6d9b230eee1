import { placeHold, releaseHold } from '../catalog/holds.ts'
import type { Store } from '../domain/store.ts'
import type { HoldfastError } from '../errors/error.ts'
import type { CommandContext } from './context.ts'
import { errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { openDestination } from './repository/destination.ts'
import { destinationsOf, findBackup } from './repository/find.ts'

/** What is done at one destination. */
type Action = (store: Store, job: string, id: string) => Promise<{ held: boolean; changed: boolean }>

/** Does it at every destination of the backup's job; one that fails does not keep the others from it. */
async function everywhere(context: CommandContext, what: string, action: Action): Promise<Outcome> {
  const found = await findBackup(context, what, { force: true, proofs: false })
  const { job, id } = found.entry
  const results: object[] = []
  const errors: HoldfastError[] = []
  for (const name of destinationsOf(context, job)) {
    try {
      const { store } = await openDestination(context, name, 'write')
      results.push({ job, id, destination: name, ...(await action(store, job, id)) })
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(errorOfJob(error, job))
    }
  }
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}

/**
 * `holdfast hold ID`: at every destination of its job, so that no cleanup anywhere takes it. Where one of them cannot
 * be reached it is held at the others, and the outcome is partial.
 */
export function hold(context: CommandContext, what: string, reason: string | undefined): Promise<Outcome> {
  const { actor } = context.identity.run ?? {}
  return everywhere(context, what, async (store, job, id) => {
    const value = {
      placed: context.clock.now(),
      ...(reason === undefined ? {} : { reason }),
      by: actor ?? context.identity.host,
    }
    return { held: true, changed: await placeHold(store, job, id, value, context.signal) }
  })
}

/** `holdfast release ID`: retention may take it again. */
export function release(context: CommandContext, what: string): Promise<Outcome> {
  return everywhere(context, what, async (store, job, id) => {
    await releaseHold(store, job, id)
    return { held: false, changed: true }
  })
}
