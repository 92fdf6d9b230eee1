import { type RunLog, writeRunLog } from '../../catalog/runlog.ts'
import { maskSecrets } from '../../domain/secret.ts'
import type { CommandContext } from '../context.ts'
import { tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'

/** Leaves the log of a run, a failed one too, at every destination. A log that cannot be written costs no backup. */
export async function logEverywhere(
  context: CommandContext,
  destinations: readonly Destination[],
  log: RunLog,
): Promise<void> {
  const signal = AbortSignal.timeout(5_000)
  for (const { name, store } of destinations) {
    try {
      await writeRunLog(store, log, signal)
    } catch (error) {
      tell(
        context,
        {
          severity: 'warning',
          code: 'log-not-written',
          message: maskSecrets(
            `the log of ${log.id} was not written to ${name}: ${asHoldfastError(error).message}`,
          ),
        },
        log.job,
      )
    }
  }
}
