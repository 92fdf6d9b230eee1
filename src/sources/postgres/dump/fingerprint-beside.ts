import { openSession } from '../connection/session.ts'
import { fixedSettings } from '../fingerprint/settings.ts'
import {
  type FingerprintPlan,
  plannedOnly,
  type TakenFingerprint,
  takeFingerprint,
} from '../fingerprint/take.ts'
import type { DumpRun } from './run.ts'
import { withoutTimeouts } from './snapshot.ts'

/** A fingerprint that is being taken beside a dump. */
export interface RunningFingerprint {
  /** Never rejects: what could not be looked at is said in it. */
  readonly taken: Promise<TakenFingerprint>
  stop(): void
}

/** Takes a fingerprint in the snapshot of a dump, on a session of its own. */
export function fingerprintBeside(
  run: DumpRun,
  database: string,
  snapshot: string,
  plan: FingerprintPlan,
): RunningFingerprint {
  const { context, connection, server, settings } = run
  const { fingerprint: depth, budget } = settings
  if (depth === 'none') return { taken: Promise.resolve(plannedOnly(plan)), stop: () => undefined }
  const stopping = new AbortController()
  const signal = AbortSignal.any([context.signal, stopping.signal])
  const take = async (): Promise<TakenFingerprint> => {
    const session = await openSession(connection, { ...context, signal }, database)
    try {
      await session.query(`${withoutTimeouts(server.number)}; ${fixedSettings}`)
      await session.query('begin isolation level repeatable read read only')
      await session.query(`set transaction snapshot '${snapshot.replaceAll("'", "''")}'`)
      return await takeFingerprint(session, plan, { depth, budget, clock: context.clock })
    } finally {
      await session.close()
    }
  }
  const taken = take().catch((error: unknown) => plannedOnly(plan, (error as Error).message))
  return { taken, stop: () => stopping.abort(new Error('the dump ended')) }
}
