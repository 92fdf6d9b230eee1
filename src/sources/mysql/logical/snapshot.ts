import type { SourceContext } from '../../../domain/source.ts'
import type { Address } from '../connection/address.ts'
import { openSession, type Session } from '../connection/session.ts'
import type { ServerFacts } from '../server/facts.ts'
import { may, readRights } from '../server/grants.ts'
import type { Coordinates } from './observer.ts'

/** A second look at the server, as it is in a snapshot of its own. */
export interface Snapshot {
  readonly session: Session
  /** Where the binary log stood when it began, as far as the server says. */
  readonly coordinates?: Coordinates
  /** The position by GTIDs, as far as the server has them. */
  readonly gtid?: string
  /** True where nothing could be written between the begin of this snapshot and that of the dump. */
  shared(): boolean
  /** To be called when the dump was started: waits for its snapshot, or its end, then lets writers go on. */
  dumpStarted(ended: Promise<unknown>): Promise<void>
  close(): Promise<void>
}

/** Milliseconds that writers may be held up for the two snapshots to begin. */
const briefly = 10_000

async function coordinatesOf(session: Session, facts: ServerFacts): Promise<Coordinates | undefined> {
  if (!facts.binlog || facts.version.flavor !== 'mariadb') return undefined
  const status = new Map(
    (await session.rows("SHOW STATUS LIKE 'binlog_snapshot_%'")).map(([name, value]) => [
      (name ?? '').toLowerCase(),
      value ?? '',
    ]),
  )
  const file = status.get('binlog_snapshot_file') ?? ''
  return file === '' ? undefined : { file, position: Number(status.get('binlog_snapshot_position')) }
}

function gtidOf(session: Session, facts: ServerFacts): Promise<string | undefined> {
  const name = facts.version.flavor === 'mariadb' ? '@@gtid_binlog_pos' : '@@gtid_executed'
  return session.value(`SELECT ${name}`).catch(() => undefined)
}

/** Whether a connection younger than `after`, not one of `own`, has a transaction: the dump's snapshot. */
async function hasBegun(locker: Session, after: number, own: readonly number[]): Promise<boolean> {
  const found = await locker.value(
    `SELECT COUNT(*) FROM information_schema.INNODB_TRX
     WHERE trx_mysql_thread_id > ${after} AND trx_mysql_thread_id NOT IN (${own.join(', ')})
     AND trx_mysql_thread_id IN (SELECT ID FROM information_schema.PROCESSLIST WHERE USER = SUBSTRING_INDEX(USER(), '@', 1))`,
  )
  return Number(found) > 0
}

/** A global read lock that goes away by itself when it cannot be had at once: a long statement would make it block all. */
async function lock(session: Session): Promise<boolean> {
  await session.run('SET SESSION lock_wait_timeout = 5')
  return session.run('FLUSH TABLES WITH READ LOCK').then(
    () => true,
    () => false,
  )
}

/**
 * Begins a snapshot for the fingerprint. Where the user may (RELOAD and PROCESS), writers wait under a global read lock
 * until the dump's own snapshot has begun as well, at most 10 s; elsewhere equal coordinates of the binary log have to
 * show that the two are the same.
 */
export async function beginSnapshot(
  context: SourceContext,
  address: Address,
  facts: ServerFacts,
  /** Tables without transactions are part of it: writers wait until it is closed. */
  keepLocked: boolean,
): Promise<Snapshot> {
  const session = await openSession(address, context.signal)
  let locker: Session | undefined
  const close = async () => {
    await locker?.close()
    await session.close()
  }
  try {
    const rights = await readRights(session)
    let locked = false
    if (may(rights, 'RELOAD') && may(rights, 'PROCESS')) {
      locker = await openSession(address, context.signal)
      locked = await lock(locker)
    }
    await session.run('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await session.run('START TRANSACTION WITH CONSISTENT SNAPSHOT')
    const coordinates = await coordinatesOf(session, facts)
    const gtid = await gtidOf(session, facts)
    let shared = false
    const own = [session.id, ...(locker === undefined ? [] : [locker.id])]
    return {
      session,
      ...(coordinates && { coordinates }),
      ...(gtid && { gtid }),
      shared: () => shared,
      async dumpStarted(ended) {
        if (locker === undefined) return
        if (keepLocked) {
          shared = locked
          return
        }
        const until = context.clock.monotonic() + briefly
        const over = new AbortController()
        const onEnd = () => over.abort()
        ended.then(onEnd, onEnd)
        const signal = AbortSignal.any([context.signal, over.signal])
        try {
          while (locked && !shared && context.clock.monotonic() < until) {
            // A small dump is over before anybody looks: it began and ended while nobody could write.
            shared = over.signal.aborted || (await hasBegun(locker, Math.max(...own), own))
            if (!shared) await context.clock.sleep(20, signal).catch(() => undefined)
            context.signal.throwIfAborted()
          }
        } finally {
          await locker.close()
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
