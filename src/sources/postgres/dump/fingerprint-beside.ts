import { openSession } from '../connection/session.ts'
import { type FingerprintPlan, plannedOnly, type TakenFingerprint } from '../fingerprint/plan.ts'
import { fixedSettings } from '../fingerprint/settings.ts'
import { takeFingerprint } from '../fingerprint/take.ts'
import type { DumpRun } from './run.ts'
import { withoutTimeouts } from './snapshot.ts'

/**
 * Takes a fingerprint in the snapshot of a dump, on a session of its own that ends with the run's signal. Never rejects: what
 * could not be looked at is said in it.
 */
export async function fingerprintBeside(
  run: DumpRun,
  database: string,
  snapshot: string,
  plan: FingerprintPlan,
): Promise<TakenFingerprint> {
  const { context, connection, server, settings, selection } = run
  const { fingerprint: depth, budget } = settings
  if (depth === 'none') return plannedOnly(plan)
  try {
    const session = await openSession(connection, context, database)
    try {
      await session.query(`${withoutTimeouts(server.number, selection.lockWaitTimeout)}; ${fixedSettings}`)
      // Else a long look would go on, and keep the snapshot, after this process is gone; not every system can do it.
      if (server.number >= 140_000) {
        await session.query('set client_connection_check_interval = 2000').catch(() => undefined)
      }
      await session.query('begin isolation level repeatable read read only')
      await session.query(`set transaction snapshot '${snapshot.replaceAll("'", "''")}'`)
      return await takeFingerprint(session, plan, { depth, budget, clock: context.clock })
    } finally {
      await session.close()
    }
  } catch (error) {
    return plannedOnly(plan, (error as Error).message)
  }
}
