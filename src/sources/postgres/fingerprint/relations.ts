import type { Session } from '../connection/session.ts'
import type { DumpSelection } from '../dump/argv.ts'
import { type NamePattern, schemaPattern, tablePattern } from './pattern.ts'

/** Something with rows or columns that the dump has in it. */
export interface Relation {
  readonly [column: string]: unknown
  readonly oid: string
  /** `schema.name`, quoted as needed. */
  readonly name: string
  readonly schema: string
  /** As in pg_class: r, p, v, m, f, S, c. */
  readonly kind: string
  readonly unlogged: boolean
  readonly extension: boolean
  /** Its rows stay out of the dump. */
  readonly withoutData: boolean
  readonly pages: number
}

class Parameters {
  readonly values: string[] = []
  add(value: string): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

const matches = (column: string, parameter: string): string =>
  `${column} operator(pg_catalog.~) ${parameter} collate pg_catalog.default`

function tableCondition({ schema, name }: NamePattern, parameters: Parameters): string {
  const named = matches('c.relname', parameters.add(name))
  const where =
    schema === undefined
      ? 'pg_catalog.pg_table_is_visible(c.oid)'
      : matches('n.nspname', parameters.add(schema))
  return `(${named} and ${where})`
}

/** The query for what a selection dumps, with its parameters. Patterns without a schema need the usual search path. */
function relationsQuery(selection: DumpSelection): { sql: string; parameters: string[] } {
  const parameters = new Parameters()
  const anyTable = (patterns: readonly string[]): string =>
    patterns.map((pattern) => tableCondition(tablePattern(pattern), parameters)).join(' or ')
  const anySchema = (patterns: readonly string[]): string =>
    patterns.map((pattern) => matches('n.nspname', parameters.add(schemaPattern(pattern)))).join(' or ')
  const { tables, schemas, excludeSchemas, excludeTables, excludeTableData } = selection
  const conditions = [
    "c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')",
    "c.relpersistence <> 't'",
    "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')",
    // As pg_dump: tables that are named are dumped whatever the schemas say.
    ...(tables.length > 0 ? [`(${anyTable(tables)})`] : []),
    ...(tables.length === 0 && schemas.length > 0 ? [`(${anySchema(schemas)})`] : []),
    ...(tables.length === 0 && excludeSchemas.length > 0 ? [`not (${anySchema(excludeSchemas)})`] : []),
    ...(excludeTables.length > 0 ? [`not (${anyTable(excludeTables)})`] : []),
  ]
  const withoutData = excludeTableData.length > 0 ? anyTable(excludeTableData) : 'false'
  return {
    sql: `select c.oid::text as oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
      n.nspname::text as schema, c.relkind::text as kind, c.relpersistence = 'u' as unlogged,
      exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass
        and d.objid = c.oid and d.deptype = 'e') as extension,
      (${withoutData}) as "withoutData", c.relpages as pages
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where ${conditions.join(' and ')}
      order by c.relpages, n.nspname, c.relname`,
    parameters: parameters.values,
  }
}

/** What a dump of this selection has in it, small tables first. */
export async function dumpedRelations(session: Session, selection: DumpSelection): Promise<Relation[]> {
  const { sql, parameters } = relationsQuery(selection)
  return session.query<Relation>(sql, parameters)
}

/** Why the rows of a relation are not fingerprinted; undefined for those that are, and for what has none. */
export function whySkipped(relation: Relation): string | undefined {
  if (!['r', 'm', 'f', 'S'].includes(relation.kind)) return undefined
  if (relation.extension) return 'belongs to an extension'
  if (relation.kind === 'm') return 'is a materialized view: a refresh changes it'
  if (relation.kind === 'f') return 'is a foreign table'
  if (relation.withoutData) return 'is dumped without its rows'
  return relation.unlogged ? 'is unlogged: a crash empties it' : undefined
}
