import type { ConnectionSettings } from './resolve.ts'
import { openSession, type Session, type SessionContext } from './session.ts'

/** Milliseconds for tidying up, also after an interruption; a runner kills soon after. */
const lastMoments = 5_000

/** Calls `work` with a session of its own, which a run that was cancelled before does not end. Errors: those of both. */
export async function withLastSession<T>(
  settings: ConnectionSettings,
  { environment }: Pick<SessionContext, 'environment'>,
  database: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await openSession(
    settings,
    { environment, signal: AbortSignal.timeout(lastMoments) },
    database,
  )
  return work(session).finally(() => session.close())
}
