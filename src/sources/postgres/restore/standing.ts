import type { Session } from '../connection/session.ts'
import type { PartName } from './select.ts'

/** A relation that is in a database. */
export interface StandingRelation {
  readonly [column: string]: unknown
  readonly schema: string
  readonly name: string
  /** `schema.name`, quoted as the server quotes names. */
  readonly sql: string
  /** As in pg_class: r, p, v, m, f. */
  readonly kind: string
}

/** What people are shown of it. */
export const nameOf = ({ schema, name }: PartName): string => `${schema}.${name}`

/** Those of the relations that are there. Names are compared as archives list them, line breaks as blanks. */
export async function standingRelations(
  session: Session,
  relations: readonly PartName[],
): Promise<StandingRelation[]> {
  return session.query<StandingRelation>(
    `select n.nspname::text as schema, c.relname::text as name, c.relkind::text as kind,
       pg_catalog.format('%I.%I', n.nspname, c.relname) as sql
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and exists (
       select from unnest($1::text[], $2::text[]) as wanted(schema, name)
       where pg_catalog.translate(n.nspname, E'\\n\\r', '  ') = wanted.schema
         and pg_catalog.translate(c.relname, E'\\n\\r', '  ') = wanted.name)
     order by n.nspname, c.relname`,
    [relations.map(({ schema }) => schema), relations.map(({ name }) => name)],
  )
}

const words: Readonly<Record<string, string>> = { v: 'view', m: 'materialized view', f: 'foreign table' }

/** Drops relations, and nothing that depends on them: what may depend on others goes first. */
export async function dropRelations(session: Session, relations: readonly StandingRelation[]): Promise<void> {
  for (const kinds of ['v', 'm', 'f', 'rp']) {
    const names = relations.filter(({ kind }) => kinds.includes(kind)).map(({ sql }) => sql)
    // All at once, since they may refer to each other; a partition may go with its table.
    if (names.length > 0) await session.query(`drop ${words[kinds] ?? 'table'} if exists ${names.join(', ')}`)
  }
}
