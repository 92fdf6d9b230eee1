import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

/** The refusal of a store on which two cleanups, or a cleanup and a late backup, cannot keep apart. */
export function exclusiveNeeded(name: string): HoldfastError {
  return new HoldfastError(
    'exclusive-needed',
    `${name} has no conditional writes: two cleanups or a late backup could meet`,
    {
      hint: 'Make sure that nothing else runs on this store, then repeat with --exclusive.',
      context: { destination: name },
    },
  )
}

/** A rehearsed clock must never delete what the real one would keep. Errors: `clock-in-future`. */
export function refuseFuture(context: CommandContext, storeNow: Date, dryRun: boolean): void {
  if (dryRun || !context.rehearsal || context.clock.now() <= storeNow) return
  throw new HoldfastError('clock-in-future', 'HOLDFAST_NOW is later than the time of the store', {
    hint: 'Add --dry-run to rehearse a cleanup, or unset HOLDFAST_NOW to carry one out.',
    context: { now: context.clock.now().toISOString(), store: storeNow.toISOString() },
  })
}
