import type { ParentState } from '../../../domain/source.ts'
import type { PhysicalFacts, Query } from './facts.ts'
import { parseLsn } from './lsn.ts'
import { decodeState, type PhysicalState } from './state.ts'

/** A stretch of WAL that the server has summarized. */
export interface WalSummary {
  readonly start: string
  readonly end: string
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : 1)

/** How far the summaries reach from `from` on without a gap. */
export function coveredUntil(summaries: readonly WalSummary[], from: bigint): bigint {
  const stretches = summaries
    .map(({ start, end }) => ({ start: parseLsn(start), end: parseLsn(end) }))
    .toSorted((a, b) => ascending(a.start, b.start))
  let reached = from
  for (const { start, end } of stretches) if (start <= reached && end > reached) reached = end
  return reached
}

async function summariesCover(query: Query, timeline: number, from: bigint): Promise<boolean> {
  const summaries = await query(
    'select start_lsn::text as start, end_lsn::text as end from pg_available_wal_summaries() where tli = $1',
    [timeline],
  )
  const [state] = await query('select summarized_lsn::text as lsn from pg_get_wal_summarizer_state()')
  const reached = coveredUntil(
    summaries.map(({ start, end }) => ({ start: String(start), end: String(end) })),
    from,
  )
  // What the summarizer has not come to yet it will: the server waits for it.
  return reached >= parseLsn(String(state?.lsn ?? '0/0'))
}

/** The base of an increment, or why there can be none. */
export async function usableBase(
  query: Query,
  facts: PhysicalFacts,
  parent: ParentState,
): Promise<{ readonly base: PhysicalState } | { readonly because: string }> {
  if (facts.major < 17)
    return { because: `the server is PostgreSQL ${facts.major}, and increments begin with 17` }
  if (facts.summarizesWal !== true) return { because: 'summarize_wal is off at the server' }
  const base = decodeState(parent.state)
  if (base === undefined) return { because: `the state of ${parent.id} cannot be read` }
  if (base.systemIdentifier !== facts.systemIdentifier)
    return { because: `${parent.id} is a backup of another server` }
  if (base.timeline !== facts.timeline)
    return { because: `the server has gone from timeline ${base.timeline} to ${facts.timeline}` }
  const [from = 0n] = base.parsed.ranges.map(({ start }) => parseLsn(start)).toSorted(ascending)
  if (!(await summariesCover(query, base.timeline, from)))
    return {
      because: `the server has no WAL summaries back to ${parent.id} any more (wal_summary_keep_time)`,
    }
  return { base }
}
