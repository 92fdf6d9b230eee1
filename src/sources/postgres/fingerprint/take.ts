import type { Clock } from '../../../domain/clock.ts'
import type {
  DatabaseFingerprint,
  FingerprintDepth,
  SequenceFingerprint,
  TableFingerprint,
} from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import type { DumpSelection } from '../dump/argv.ts'
import { creationFacts, extensionsOf } from './facts.ts'
import { fingerprintLargeObjects } from './large-objects.ts'
import { dumpedRelations, type Relation, whySkipped } from './relations.ts'
import { oneIn } from './rows.ts'
import { fingerprintSequences } from './sequences.ts'
import { fingerprintSchema } from './structure.ts'
import { fingerprintTables } from './tables.ts'

/** A fingerprint without the names of its database and stream. */
export type TakenFingerprint = Omit<DatabaseFingerprint, 'database' | 'stream'>

/** What has to be known before the dump begins. */
export interface FingerprintPlan {
  readonly relations: readonly Relation[]
  readonly sequences: readonly SequenceFingerprint[]
  readonly creation: Readonly<Record<string, string>>
  /** The dump is of the whole database: its schema can be compared, and large objects are in it. */
  readonly whole: boolean
  readonly serverMajor: number
}

/** Servers before this have no generated columns, and are not fingerprinted. */
const oldestMajor = 12

/**
 * Looks what there is, on a session that is inside of the snapshot and has the usual search path. Sequences are read now:
 * they know no snapshot, and what the dump reads later is never behind.
 */
export async function planFingerprint(
  session: Session,
  selection: DumpSelection,
  serverMajor: number,
): Promise<FingerprintPlan> {
  const known = serverMajor >= oldestMajor
  const relations = known ? await dumpedRelations(session, selection) : []
  const sequences = relations.filter(
    (relation) => relation.kind === 'S' && whySkipped(relation) === undefined,
  )
  const { schemas, excludeSchemas, tables, excludeTables } = selection
  return {
    relations,
    sequences: await fingerprintSequences(
      session,
      sequences.map(({ oid }) => oid),
    ),
    creation: await creationFacts(session),
    whole: [schemas, excludeSchemas, tables, excludeTables].every(({ length }) => length === 0),
    serverMajor,
  }
}

/** What is known without looking at rows. */
export function plannedOnly(plan: FingerprintPlan, fellBack?: string): TakenFingerprint {
  const { creation, serverMajor, sequences, relations } = plan
  return {
    creation,
    serverMajor,
    depth: 'none',
    ...(fellBack !== undefined && { fellBack }),
    tables: [],
    sequences,
    extensions: [],
    skipped: skippedOf(relations),
  }
}

function skippedOf(relations: readonly Relation[]): { name: string; why: string }[] {
  return relations.flatMap((relation) => {
    const why = whySkipped(relation)
    return why === undefined ? [] : [{ name: relation.name, why }]
  })
}

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
