import type { Finding } from '../../../domain/finding.ts'
import type { Session } from '../connection/session.ts'
import type { DumpSelection } from '../dump/argv.ts'
import { dumpedRelations } from '../fingerprint/relations.ts'
import type { ServerFacts } from '../server/facts.ts'
import { quoteLiteral } from '../sql/literal.ts'
import { quoteIdentifier } from '../sql/quote.ts'

interface RightsRow {
  readonly [column: string]: unknown
  readonly name: string
  readonly schema: string
  readonly kind: string
  readonly readable: boolean
  readonly filtered: boolean
}

/** pg_read_all_data came with 14: one grant for all that there will ever be. */
const readAllSince = 140_000

function unreadable(rows: readonly RightsRow[], { number, user }: ServerFacts): Finding {
  const names = rows.map(({ name }) => name)
  const schemas = [...new Set(rows.map(({ schema }) => quoteIdentifier(schema)))]
  const each = schemas.flatMap((schema) => [
    `grant usage on schema ${schema} to ${quoteIdentifier(user)}`,
    `grant select on all tables in schema ${schema} to ${quoteIdentifier(user)}`,
    `grant select on all sequences in schema ${schema} to ${quoteIdentifier(user)}`,
  ])
  const command =
    number >= readAllSince ? `grant pg_read_all_data to ${quoteIdentifier(user)};` : `${each.join('; ')};`
  return {
    severity: 'error',
    code: 'database-rights',
    message: `${user} may not read ${names.length} tables or sequences that the dump has in it`,
    hint: 'Run this as a superuser of the server.',
    command,
    names,
  }
}

function filtered(rows: readonly RightsRow[], { user }: ServerFacts): Finding {
  return {
    severity: 'error',
    code: 'database-rights',
    message: `row-level security of ${rows.length} tables would hide rows from ${user}`,
    hint: 'Run this as a superuser of the server, or dump as the owner of the tables.',
    command: `alter role ${quoteIdentifier(user)} bypassrls;`,
    names: rows.map(({ name }) => name),
  }
}

/**
 * What the user may not read of all that a dump has in it, with the statement that mends it. `session` is connected to the
 * database in question, with the usual search path.
 */
export async function rightsFindings(
  session: Session,
  selection: DumpSelection,
  server: ServerFacts,
): Promise<Finding[]> {
  if (server.superuser) return []
  const relations = await dumpedRelations(session, selection)
  const oids = relations.filter(({ extension }) => !extension).map(({ oid }) => oid)
  const rows = await session.query<RightsRow>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, n.nspname::text as schema, c.relkind::text as kind,
      pg_catalog.has_schema_privilege(n.oid, 'USAGE') and case when c.relkind = 'S'
        then pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
        else pg_catalog.has_table_privilege(c.oid, 'SELECT') end as readable,
      c.relrowsecurity and not (select r.rolbypassrls from pg_catalog.pg_roles r where r.rolname = current_user)
        and (c.relforcerowsecurity or not pg_catalog.pg_has_role(c.relowner, 'USAGE')) as filtered
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.oid = any ($1::oid[]) and c.relkind in ('r', 'p', 'm', 'S')`,
    [oids],
  )
  const closed = rows.filter(({ readable }) => !readable)
  const hidden = rows.filter((row) => row.filtered)
  return [
    ...(closed.length > 0 ? [unreadable(closed, server)] : []),
    ...(hidden.length > 0 ? [filtered(hidden, server)] : []),
  ]
}

/** Large objects that the user may not read: only superusers read all of them. A choice of schemas or tables has none. */
export async function largeObjectFindings(
  session: Session,
  { schemas, tables }: DumpSelection,
  server: ServerFacts,
): Promise<Finding[]> {
  if (server.superuser || schemas.length + tables.length > 0) return []
  const [row] = await session.query<{ count: number }>(
    `select count(*)::int as count from pg_catalog.pg_largeobject_metadata m
    where not exists (
      select from pg_catalog.aclexplode(coalesce(m.lomacl, pg_catalog.acldefault('L', m.lomowner))) a
      where a.privilege_type = 'SELECT' and (a.grantee = 0 or pg_catalog.pg_has_role(a.grantee, 'USAGE')))`,
  )
  const count = row?.count ?? 0
  if (count === 0) return []
  return [
    {
      severity: 'error',
      code: 'database-rights',
      message: `${server.user} may not read ${count} large objects`,
      hint: 'Run this in the database as a superuser, again for objects that are made later; or dump as a superuser.',
      command: `do $$ declare o oid; begin for o in select oid from pg_catalog.pg_largeobject_metadata loop execute format('grant select on large object %s to %I', o, ${quoteLiteral(server.user)}); end loop; end $$;`,
    },
  ]
}
