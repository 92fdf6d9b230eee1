/** `c` is in the list of relations, `$1`. */
const relation = 'c.oid = any ($1::oid[])'
const name = (table: string): string =>
  `(select pg_catalog.format('%I.%I', n.nspname, ${table}.relname) from pg_catalog.pg_namespace n where n.oid = ${table}.relnamespace)`
const ofExtension = (catalog: string, oid: string): string =>
  `exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`
/** `$2`: the schemas whose functions and types count. */
const inSchemas = (namespace: string): string =>
  `(select n.nspname from pg_catalog.pg_namespace n where n.oid = ${namespace}) = any ($2::text[])`
const columnNames = (table: string, keys: string): string =>
  `array(select a.attname::text from unnest(${keys}) with ordinality k (num, at)
    join pg_catalog.pg_attribute a on a.attrelid = ${table} and a.attnum = k.num order by k.at)::text`

/**
 * What a schema is made of, one text a line, by queries whose answers are the same on all majors: nothing that a server
 * words in its own way, no owners and rights, nothing made for partitions by itself.
 */
export const structureQueries: readonly string[] = [
  `select concat_ws('|', 'relation', ${name('c')}, c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
    pg_catalog.pg_get_partkeydef(c.oid)) as line from pg_catalog.pg_class c where ${relation}`,
  `select concat_ws('|', 'inherits', ${name('c')}, ${name('p')}, i.inhseqno) as line
    from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    join pg_catalog.pg_class p on p.oid = i.inhparent where ${relation}`,
  `select concat_ws('|', 'column', ${name('c')}, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
    a.attnotnull, case when c.relispartition then '' else a.attidentity end, a.attgenerated, a.atthasdef, l.collname) as line
    from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
    left join pg_catalog.pg_collation l on l.oid = a.attcollation
    where ${relation} and a.attnum > 0 and not a.attisdropped and c.relkind <> 'S'`,
  `select concat_ws('|', 'constraint', ${name('c')}, x.conname, x.contype, x.condeferrable, x.condeferred, x.convalidated,
    ${columnNames('x.conrelid', 'x.conkey')}, f.relname, x.confupdtype, x.confdeltype) as line
    from pg_catalog.pg_constraint x join pg_catalog.pg_class c on c.oid = x.conrelid
    left join pg_catalog.pg_class f on f.oid = x.confrelid
    where ${relation} and x.contype in ('p', 'u', 'f', 'c', 'x') and x.conparentid = 0`,
  `select concat_ws('|', 'index', ${name('c')}, ci.relname, am.amname, i.indisunique, i.indisprimary, i.indnatts,
    ${columnNames('i.indrelid', 'i.indkey')}, i.indpred is not null, i.indisvalid) as line
    from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indrelid
    join pg_catalog.pg_class ci on ci.oid = i.indexrelid join pg_catalog.pg_am am on am.oid = ci.relam
    where ${relation}`,
  `select concat_ws('|', 'trigger', ${name('c')}, g.tgname, g.tgtype, g.tgenabled, p.proname) as line
    from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
    join pg_catalog.pg_proc p on p.oid = g.tgfoid
    where ${relation} and not g.tgisinternal and coalesce((to_jsonb(g) ->> 'tgparentid')::oid, 0) = 0`,
  `select concat_ws('|', 'rule', ${name('c')}, r.rulename, r.ev_type, r.ev_enabled, r.is_instead) as line
    from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class where ${relation}`,
  `select concat_ws('|', 'policy', ${name('c')}, p.polname, p.polcmd, p.polpermissive) as line
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid where ${relation}`,
  `select concat_ws('|', 'sequence', ${name('c')}, pg_catalog.format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmax,
    s.seqmin, s.seqcache, s.seqcycle) as line
    from pg_catalog.pg_sequence s join pg_catalog.pg_class c on c.oid = s.seqrelid where ${relation}`,
  `select concat_ws('|', 'function', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid), p.prokind,
    l.lanname, p.provolatile, p.proisstrict, p.prosecdef, pg_catalog.md5(p.prosrc)) as line
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    join pg_catalog.pg_language l on l.oid = p.prolang
    where ${inSchemas('p.pronamespace')} and not ${ofExtension('pg_proc', 'p.oid')}
      and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass
        and d.objid = p.oid and d.deptype = 'i')`,
  `select concat_ws('|', 'type', n.nspname, t.typname, t.typtype, pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typnotnull,
    array(select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)::text) as line
    from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where ${inSchemas('t.typnamespace')} and t.typtype in ('e', 'd', 'r') and not ${ofExtension('pg_type', 't.oid')}`,
]

/** Definitions as the server words them; another major may word them in another way. */
export const definitionQueries: readonly string[] = [
  `select concat_ws('|', 'view', ${name('c')}, pg_catalog.pg_get_viewdef(c.oid)) as line
    from pg_catalog.pg_class c where ${relation} and c.relkind in ('v', 'm')`,
  `select concat_ws('|', 'default', ${name('c')}, a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid)) as line
    from pg_catalog.pg_attrdef d join pg_catalog.pg_class c on c.oid = d.adrelid
    join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where ${relation}`,
  `select concat_ws('|', 'constraint', ${name('c')}, x.conname, pg_catalog.pg_get_constraintdef(x.oid)) as line
    from pg_catalog.pg_constraint x join pg_catalog.pg_class c on c.oid = x.conrelid
    where ${relation} and x.contype in ('p', 'u', 'f', 'c', 'x') and x.conparentid = 0`,
  `select concat_ws('|', 'index', pg_catalog.pg_get_indexdef(i.indexrelid)) as line
    from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indrelid where ${relation}`,
  `select concat_ws('|', 'trigger', pg_catalog.pg_get_triggerdef(g.oid)) as line
    from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
    where ${relation} and not g.tgisinternal and coalesce((to_jsonb(g) ->> 'tgparentid')::oid, 0) = 0`,
  `select concat_ws('|', 'rule', pg_catalog.pg_get_ruledef(r.oid)) as line
    from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
    where ${relation} and r.rulename <> '_RETURN'`,
  `select concat_ws('|', 'policy', ${name('c')}, p.polname, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) as line
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid where ${relation}`,
]
