import { createHash } from 'node:crypto'
import type { Session } from '../connection/session.ts'
import type { Relation } from './relations.ts'
import { definitionQueries, structureQueries } from './structure-queries.ts'

/** Hashes of a schema: of what it is made of, and of its definitions in the words of this major. */
export interface SchemaHashes {
  readonly structure: string
  readonly definitions: string
}

async function hashOf(
  session: Session,
  queries: readonly string[],
  relations: readonly string[],
  schemas: readonly string[],
): Promise<string> {
  const lines: string[] = []
  for (const sql of queries) {
    const parameters = sql.includes('$2') ? [schemas] : [relations]
    // A query has one of the two lists; PostgreSQL refuses parameters that it cannot see a use for.
    const rows = await session.query<{ line: string }>(sql.replaceAll('$2', '$1'), parameters)
    for (const { line } of rows) lines.push(line)
  }
  // Sorted here, since a server sorts by its locale.
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 32)
}

/**
 * Fingerprints a schema. `withFunctions`: functions and types of the schemas count too; a dump of single tables has none.
 */
export async function fingerprintSchema(
  session: Session,
  relations: readonly Relation[],
  schemas: readonly string[],
): Promise<SchemaHashes> {
  const oids = relations.filter(({ extension }) => !extension).map(({ oid }) => oid)
  return {
    structure: await hashOf(session, structureQueries, oids, schemas),
    definitions: await hashOf(session, definitionQueries, oids, schemas),
  }
}
