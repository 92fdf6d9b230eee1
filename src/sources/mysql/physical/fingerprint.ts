import type { CaptureContext } from '../../../domain/source.ts'
import { openSession, type Session } from '../connection/session.ts'
import { fingerprintMissing } from '../fingerprint/missing.ts'
import { takeFingerprint } from '../fingerprint/take.ts'
import type { Fingerprint } from '../fingerprint/types.ts'
import { listDatabases } from '../server/facts.ts'
import type { MysqlSettings } from '../settings.ts'
import { type LogPosition, logPosition } from './lsn.ts'
import type { CopyPlan } from './plan.ts'
import type { CopyFacts } from './verdict.ts'

const busy =
  'something was written while the copy was made or looked at: it is consistent at its end, and nobody looked then'

/** Where the binary log is now; undefined where the server keeps none or does not say. */
async function binlogPosition(session: Session): Promise<string | undefined> {
  const rows = await session.rows('SHOW MASTER STATUS').catch(() => session.rows('SHOW BINARY LOG STATUS'))
  const [file, position] = rows[0] ?? []
  return file && position ? `${file}:${position}` : undefined
}

/** Whether nothing was written since the copy's end: by the binary log where there is one, else by InnoDB's. */
async function isStill(
  session: Session,
  plan: CopyPlan,
  copy: CopyFacts,
  first: LogPosition,
): Promise<boolean> {
  if (plan.facts.binlog && copy.binlog !== undefined) {
    return (await binlogPosition(session).catch(() => undefined)) === copy.binlog
  }
  const now = await logPosition(session)
  return now.lsn === first.lsn && first.lsn <= BigInt(copy.checkpoints.lastLsn) + quiet
}

/** Bytes that InnoDB itself logs when nobody writes, such as the mark of a checkpoint. */
const quiet = 512n

/**
 * Looks at the server after the copy. Where nothing was written since its end the data is compared whole; under writers
 * only definitions are, since the copy is consistent at its end and nobody can look at that moment.
 */
export async function lookAfter(
  context: CaptureContext,
  settings: MysqlSettings,
  plan: CopyPlan,
  copy: CopyFacts,
  first: LogPosition,
): Promise<Fingerprint | undefined> {
  const session = await openSession(plan.address, context.signal)
  try {
    const databases = await listDatabases(session)
    const still = await isStill(session, plan, copy, first)
    const taken = await takeFingerprint({
      session,
      facts: plan.facts,
      databases,
      depth: settings.fingerprint,
      budget: settings.budget,
      clock: context.clock,
      allTables: plan.facts.binlog,
      definitionsOnly: !still,
    })
    const matched = still && (await isStill(session, plan, copy, first))
    return { ...taken, matched, ...(matched ? {} : { unmatchedBecause: busy }) }
  } catch (error) {
    return fingerprintMissing(context, error)
  } finally {
    await session.close()
  }
}
