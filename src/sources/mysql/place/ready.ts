import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { resolveAddress } from '../connection/resolve.ts'
import type { MysqlSettings } from '../settings.ts'
import type { ServerControl } from './control.ts'
import { countTables } from './try-start.ts'

/** Milliseconds between two looks, and until the server is given up. */
const pause = 500
const patience = 180_000

export interface Ready {
  /** Tables that the server shows; undefined where the restored accounts do not let us in. */
  readonly tables?: number
}

/** Waits until the server answers. Errors: `server-not-started`. */
export async function untilServed(
  context: SourceContext,
  settings: MysqlSettings,
  control: ServerControl,
  container: string | undefined,
): Promise<Ready> {
  const { clock, signal } = context
  const deadline = clock.monotonic() + patience
  let last = 'it does not answer'
  for (;;) {
    signal.throwIfAborted()
    try {
      const address = await resolveAddress(context, { ...settings, ...(container && { container }) })
      return { tables: await countTables(address, signal) }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof HoldfastError)) throw error
      // A server that refuses the password serves all the same: the accounts are those of the backup.
      if (hasCode(error, 'source-unreadable') && /does not let/.test(error.message)) return {}
      last = error.message
    }
    const alive = await control.isAlive(context)
    if (alive === false || clock.monotonic() > deadline) {
      throw new HoldfastError('server-not-started', `${control.name} did not come up: ${last}`, {
        hint: 'Read the log of the server.',
      })
    }
    await clock.sleep(pause, signal)
  }
}
