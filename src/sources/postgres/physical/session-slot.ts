import type { Clock } from '../../../domain/clock.ts'
import type { Session } from '../connection/session.ts'
import { dropSlot, makeSlot, slotName } from './slot.ts'

/** The WAL of a running backup, kept at the server. */
export interface WalReserve {
  /** Idempotent: the slot goes, and the session with it. */
  release(): Promise<void>
}

const pulse = 30_000

/**
 * Reserves the WAL from now on under the job's slot, after it has dropped that of an earlier run. `session` is to be
 * used for nothing else any more: its first error, and its end, drop the slot. A word every half minute keeps firewalls
 * from forgetting it.
 */
export async function reserveWal(
  session: Session,
  clock: Clock,
  { repository, job }: { readonly repository: string; readonly job: string },
): Promise<WalReserve> {
  const name = slotName(repository, job)
  await dropSlot(session.query, clock, name)
  await session.query('select set_config($1, $2, false)', ['statement_timeout', '0'])
  await session.query(
    "select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout'",
  )
  await makeSlot(session.query, name)
  const over = new AbortController()
  const beating = (async () => {
    for (;;) {
      await clock.sleep(pulse, over.signal)
      await session.query('select 1')
    }
  })().catch(() => undefined)
  let released: Promise<void> | undefined
  return {
    release() {
      released ??= (async () => {
        over.abort()
        await beating
        await session.query('select pg_drop_replication_slot($1)', [name]).catch(() => undefined)
        await session.close()
      })()
      return released
    },
  }
}
