import type { ListedEntry, ScriptEntry } from './toc.ts'

/** Which parts of a database are wanted. */
export interface Parts {
  /** `table` or `schema.table`. */
  readonly tables: readonly string[]
  /** Names of schemas; `*` stands for anything. */
  readonly schemas: readonly string[]
}

export interface SelectedParts {
  /** Ids of entries, in the archive's order. */
  readonly ids: readonly number[]
  /** The tables among them, as `schema.name`. */
  readonly relations: readonly { readonly schema: string; readonly name: string }[]
  /** What was wanted and is not in the archive. */
  readonly absent: readonly string[]
  /** What belongs to a wanted table but needs another one. */
  readonly leftOut: readonly string[]
}

const relationKinds = new Set(['TABLE', 'VIEW', 'MATERIALIZED VIEW', 'FOREIGN TABLE'])

/** What has no life of its own: it comes with the table that it needs. */
const belongings = new Set([
  ...[
    'ACL',
    'CHECK CONSTRAINT',
    'COMMENT',
    'CONSTRAINT',
    'DEFAULT',
    'FK CONSTRAINT',
    'INDEX',
    'INDEX ATTACH',
  ],
  ...['POLICY', 'ROW SECURITY', 'RULE', 'SECURITY LABEL', 'SEQUENCE', 'SEQUENCE OWNED BY', 'STATISTICS'],
  ...['TABLE', 'TABLE ATTACH', 'TRIGGER'],
])

const globPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split('*')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )

function seedOf(entries: readonly ScriptEntry[], { tables, schemas }: Parts) {
  const seed = new Set<number>()
  const absent: string[] = []
  for (const table of tables) {
    const found = entries.filter(
      ({ kind, schema, name }) =>
        relationKinds.has(kind) && (table === name || table === `${schema}.${name}`),
    )
    if (found.length === 0) absent.push(table)
    for (const { id } of found) seed.add(id)
  }
  for (const glob of schemas) {
    const pattern = globPattern(glob)
    const found = entries.filter(
      ({ kind, schema, name }) =>
        (schema !== undefined && pattern.test(schema)) || (kind === 'SCHEMA' && pattern.test(name)),
    )
    if (found.length === 0) absent.push(glob)
    for (const { id } of found) seed.add(id)
  }
  return { seed, absent }
}

/**
 * Chooses the entries that make up tables or schemas: with indexes, constraints, sequences, partitions and rights, and
 * with the types and functions that they need. A foreign key to a table that is not wanted is left out, and said.
 */
export function selectParts(
  entries: readonly ScriptEntry[],
  listed: readonly ListedEntry[],
  parts: Parts,
): SelectedParts {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const { seed: chosen, absent } = seedOf(entries, parts)
  const isRelation = (id: number) => relationKinds.has(byId.get(id)?.kind ?? '')
  const leftOut = new Set<string>()
  // A foreign key that a schema has may lead out of it.
  for (const { id, kind, name, needs } of entries) {
    if (
      kind !== 'FK CONSTRAINT' ||
      !chosen.has(id) ||
      needs.every((need) => !isRelation(need) || chosen.has(need))
    )
      continue
    chosen.delete(id)
    leftOut.add(`${kind} ${name}`)
  }
  for (let grown = true; grown; ) {
    grown = false
    for (const { id, kind, name, needs } of entries) {
      if (
        chosen.has(id) ||
        !belongings.has(kind) ||
        !needs.some((need) => chosen.has(need) && isBelonging(need))
      ) {
        continue
      }
      if (kind !== 'TABLE' && needs.some((need) => isRelation(need) && !chosen.has(need))) {
        leftOut.add(`${kind} ${name}`)
        continue
      }
      chosen.add(id)
      grown = true
    }
  }
  for (const id of [...chosen]) addNeeds(id)
  const oids = new Set([...chosen].flatMap((id) => (isRelation(id) ? [byId.get(id)?.oid] : [])))
  const texts = new Set(
    [...chosen].flatMap((id) => {
      const entry = byId.get(id)
      return entry === undefined ? [] : dataTexts(entry)
    }),
  )
  return {
    ids: listed
      .filter(
        ({ id, oid, text }) =>
          chosen.has(id) || (text.startsWith('TABLE DATA ') && oids.has(oid)) || texts.has(text),
      )
      .map(({ id }) => id),
    relations: [...chosen].flatMap((id) => {
      const entry = byId.get(id)
      return entry !== undefined && relationKinds.has(entry.kind)
        ? [{ schema: entry.schema ?? '', name: entry.name }]
        : []
    }),
    absent,
    leftOut: [...leftOut],
  }

  /** Functions and types bring nothing along that merely uses them. */
  function isBelonging(id: number): boolean {
    const kind = byId.get(id)?.kind ?? ''
    return relationKinds.has(kind) || belongings.has(kind)
  }

  function addNeeds(id: number): void {
    for (const need of byId.get(id)?.needs ?? []) {
      if (chosen.has(need) || isRelation(need) || !byId.has(need)) continue
      chosen.add(need)
      addNeeds(need)
    }
  }
}

/** How the list shows the values of a sequence and the contents of a materialized view. */
function dataTexts({ kind, schema, name, owner }: ScriptEntry): string[] {
  if (kind === 'SEQUENCE') return [`SEQUENCE SET ${schema} ${name} ${owner}`]
  if (kind === 'MATERIALIZED VIEW') return [`MATERIALIZED VIEW DATA ${schema} ${name} ${owner}`]
  return []
}
