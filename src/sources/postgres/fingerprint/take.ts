import type { Clock } from '../../../domain/clock.ts'
import type { FingerprintDepth, TableFingerprint } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import { extensionsOf } from './facts.ts'
import { fingerprintLargeObjects } from './large-objects.ts'
import { type FingerprintPlan, oldestMajor, plannedOnly, type TakenFingerprint } from './plan.ts'
import { whySkipped } from './relations.ts'
import { oneIn } from './rows.ts'
import { fingerprintSchema } from './structure.ts'
import { fingerprintTables } from './tables.ts'

const order: readonly FingerprintDepth[] = ['none', 'counts', 'sample', 'full']

function leastOf(wanted: TableFingerprint['depth'], tables: readonly TableFingerprint[]): FingerprintDepth {
  return tables.reduce<FingerprintDepth>(
    (least, { depth }) => (order.indexOf(depth) < order.indexOf(least) ? depth : least),
    wanted,
  )
}

/** The schemas of a database that are not the server's own. */
export async function schemasOf(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `select nspname::text as name from pg_catalog.pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  )
  return rows.map(({ name }) => name)
}

export interface TakeOptions {
  readonly depth: TableFingerprint['depth']
  /** Milliseconds. */
  readonly budget: number
  readonly clock: Clock
}

/**
 * Takes the fingerprint inside of the session's transaction, whose settings are fixed. What does not fit into the budget
 * is left out by name, never an error.
 */
export async function takeFingerprint(
  session: Session,
  plan: FingerprintPlan,
  { depth, budget, clock }: TakeOptions,
): Promise<TakenFingerprint> {
  const { relations, whole, serverMajor } = plan
  if (serverMajor < oldestMajor) return plannedOnly(plan, `servers before ${oldestMajor} have no fingerprint`)
  const begin = clock.monotonic()
  const base = plannedOnly(plan)
  const hashes = whole ? await fingerprintSchema(session, relations, await schemasOf(session)) : {}
  const extensions = await extensionsOf(session)
  const hashed = relations.filter((relation) => relation.kind === 'r' && whySkipped(relation) === undefined)
  const { tables, skipped, fellBack } = await fingerprintTables(session, hashed, {
    depth,
    budget: Math.max(0, budget - (clock.monotonic() - begin)),
    clock,
  })
  const largeObjects = whole
    ? await largeObjectsWithin(session, depth !== 'counts', begin + budget - clock.monotonic())
    : undefined
  return {
    ...base,
    ...hashes,
    depth: leastOf(depth, tables),
    ...(fellBack !== undefined && { fellBack }),
    ...(depth !== 'counts' && { oneIn }),
    tables: [...tables].sort((a, b) => (a.name < b.name ? -1 : 1)),
    extensions,
    ...(largeObjects && { largeObjects }),
    skipped: [...base.skipped, ...skipped],
  }
}

async function largeObjectsWithin(
  session: Session,
  hashed: boolean,
  left: number,
): Promise<{ count: number; hash?: string } | undefined> {
  const limit = Number.isFinite(left) ? Math.max(1, Math.ceil(left)) : 0
  try {
    await session.query(`savepoint objects; set local statement_timeout = ${limit}`)
    const found = await fingerprintLargeObjects(session, hashed)
    await session.query('release savepoint objects')
    return found
  } catch {
    // Too many for the budget, or not all of them may be read: pg_dump says so itself.
    return session
      .query('rollback to savepoint objects; set local statement_timeout = 0')
      .then(() => fingerprintLargeObjects(session, false))
      .catch(() => undefined)
  }
}
