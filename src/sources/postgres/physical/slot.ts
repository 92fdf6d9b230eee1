import { createHash } from 'node:crypto'
import type { Clock } from '../../../domain/clock.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { Query } from './facts.ts'

/** The replication slot of a job's backups: one of each job and repository, so that the next run finds the last one's. */
export function slotName(repository: string, job: string): string {
  return `holdfast_${createHash('sha256').update(`${repository}\0${job}`).digest('hex').slice(0, 24)}`
}

const longestWait = 10_000

async function find(query: Query, name: string): Promise<{ pid: number | undefined } | undefined> {
  const [row] = await query('select active_pid as pid from pg_replication_slots where slot_name = $1', [name])
  if (row === undefined) return undefined
  return { pid: row.pid == null ? undefined : Number(row.pid) }
}

/**
 * Drops the slot of an earlier run whose host is gone without a word: its session, which would keep the slot until TCP
 * gives up, is ended. Two runs of a job at once are the lease's business.
 */
export async function dropSlot(query: Query, clock: Clock, name: string): Promise<void> {
  const start = clock.monotonic()
  for (;;) {
    const found = await find(query, name)
    if (found === undefined) return
    if (found.pid === undefined)
      await query('select pg_drop_replication_slot($1)', [name]).catch(() => undefined)
    else await query('select pg_terminate_backend($1)', [found.pid])
    if ((await find(query, name)) === undefined) return
    if (clock.monotonic() - start > longestWait) {
      throw new HoldfastError(
        'source-failed',
        `the replication slot ${name} of an earlier run cannot be dropped`,
        {
          hint: `End the session that holds it, or run: select pg_drop_replication_slot('${name}').`,
          context: { slot: name },
        },
      )
    }
    await clock.sleep(100)
  }
}

/**
 * Makes the slot, with the WAL from now on reserved. It is temporary: the server drops it with the session, also where
 * this process is killed.
 */
export async function makeSlot(query: Query, name: string): Promise<void> {
  try {
    await query('select pg_create_physical_replication_slot($1, true, true)', [name])
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HoldfastError('source-failed', `no replication slot can be made: ${why}`, {
      hint: 'Raise max_replication_slots, drop slots that nobody uses, or: alter role ... replication.',
      context: { slot: name },
      cause,
    })
  }
}
