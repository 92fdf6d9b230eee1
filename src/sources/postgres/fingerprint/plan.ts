import type { DatabaseFingerprint, DatabaseProperties, SequenceFingerprint } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import type { DumpSelection } from '../dump/argv.ts'
import { databaseProperties } from '../server/database-properties.ts'
import { creationFacts } from './facts.ts'
import { dumpedRelations, type Relation, whySkipped } from './relations.ts'
import { fingerprintSequences } from './sequences.ts'

/** A fingerprint without the names of its database and stream. */
export type TakenFingerprint = Omit<DatabaseFingerprint, 'database' | 'stream'>

/** What has to be known before the dump begins. */
export interface FingerprintPlan {
  readonly relations: readonly Relation[]
  readonly sequences: readonly SequenceFingerprint[]
  readonly creation: Readonly<Record<string, string>>
  readonly properties: DatabaseProperties
  /** The dump is of the whole database: its schema can be compared, and large objects are in it. */
  readonly whole: boolean
  readonly serverMajor: number
}

/** Servers before this have no generated columns, and are not fingerprinted. */
export const oldestMajor = 12

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
    properties: await databaseProperties(session, session.database),
    whole: [schemas, excludeSchemas, tables, excludeTables].every(({ length }) => length === 0),
    serverMajor,
  }
}

/** What is known without looking at rows. */
export function plannedOnly(plan: FingerprintPlan, fellBack?: string): TakenFingerprint {
  const { creation, properties, serverMajor, sequences, relations } = plan
  return {
    creation,
    properties,
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
