import { isBelonging, isQuery, isRelation } from './part-kinds.ts'
import { type Parts, seedOf } from './seed.ts'
import type { ListedEntry, ScriptEntry } from './toc.ts'

/** A relation by its names as the archive lists them. */
export interface PartName {
  readonly schema: string
  readonly name: string
}

export interface SelectedParts {
  /** Ids of entries, in the archive's order. */
  readonly ids: readonly number[]
  /** The tables and views among them. */
  readonly relations: readonly PartName[]
  /** What was wanted and is not in the archive. */
  readonly absent: readonly string[]
  /** What belongs to a wanted table but needs another one. */
  readonly leftOut: readonly string[]
  /** Relations that were not wanted, without which one of the chosen entries cannot be. */
  readonly lacking: readonly (PartName & { readonly of: string })[]
}

const partName = ({ schema = '', name }: ScriptEntry): PartName => ({ schema, name })

/**
 * Chooses the entries that make up tables or schemas: with indexes, constraints, sequences, partitions and rights, and
 * with the types and functions that they need. What ties them to a table that is not wanted, such as a foreign key or
 * the place among the partitions of another one, is left out, and said.
 */
export function selectParts(
  entries: readonly ScriptEntry[],
  listed: readonly ListedEntry[],
  parts: Parts,
): SelectedParts {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const entryOf = (id: number): ScriptEntry | undefined => byId.get(id)
  const { seed: chosen, absent } = seedOf(entries, parts)

  /** Whether it is about a relation that is not chosen, by itself or by what it belongs to. */
  const isStrange = ({ kind, needs }: ScriptEntry): boolean =>
    needs.some((id) => {
      const need = entryOf(id)
      if (isRelation(need)) return !chosen.has(id)
      // Those of a partition need those of its parent only to be attached to them.
      if (kind === 'INDEX' || kind === 'CONSTRAINT') return false
      return need !== undefined && isBelonging(need) && isStrange(need)
    })

  const grow = (fits: (entry: ScriptEntry) => boolean): void => {
    for (let grown = true; grown; ) {
      grown = false
      for (const entry of entries) {
        if (chosen.has(entry.id) || !fits(entry)) continue
        chosen.add(entry.id)
        grown = true
      }
    }
  }
  /** Functions and types bring nothing along that merely uses them; a query comes with its view alone. */
  const comesAlong = (entry: ScriptEntry): boolean =>
    entry.needs.some((id) => {
      const need = entryOf(id)
      if (!chosen.has(id) || need === undefined) return false
      if (isQuery(entry)) return entry.name === `${need.name} _RETURN`
      return isRelation(need) || isBelonging(need)
    })

  // Partitions and heirs first: only then is known which tables are not wanted.
  grow((entry) => entry.kind === 'TABLE' && comesAlong(entry))
  const strangers = entries.filter(
    (entry) =>
      isBelonging(entry) &&
      !isQuery(entry) &&
      (chosen.has(entry.id) || comesAlong(entry)) &&
      isStrange(entry),
  )
  for (const { id } of strangers) chosen.delete(id)
  grow((entry) => isBelonging(entry) && comesAlong(entry) && (isQuery(entry) || !isStrange(entry)))
  for (const id of [...chosen]) addNeeds(id)

  const chosenEntries = entries.filter(({ id }) => chosen.has(id))
  const relations = chosenEntries.filter(isRelation)
  const oids = new Set(relations.map(({ oid }) => oid))
  const texts = new Set(chosenEntries.flatMap(dataTexts))
  return {
    ids: listed
      .filter(
        ({ id, oid, text }) =>
          chosen.has(id) || (text.startsWith('TABLE DATA ') && oids.has(oid)) || texts.has(text),
      )
      .map(({ id }) => id),
    relations: relations.map(partName),
    absent,
    leftOut: strangers.map(({ kind, name }) => `${kind} ${name}`),
    lacking: chosenEntries.flatMap(lackingOf),
  }

  function addNeeds(id: number): void {
    for (const need of entryOf(id)?.needs ?? []) {
      const entry = entryOf(need)
      if (entry === undefined || chosen.has(need) || isRelation(entry)) continue
      // A view may need the key of a table: that is there with its table.
      if (isBelonging(entry) && isStrange(entry)) continue
      chosen.add(need)
      addNeeds(need)
    }
  }

  function lackingOf(entry: ScriptEntry): SelectedParts['lacking'] {
    const { id, needs, kind, name, schema } = entry
    const of = schema === undefined ? `${kind} ${name}` : `${schema}.${name}`
    return [...new Set(needs)].flatMap((need) => {
      const other = entryOf(need)
      if (other === undefined || !isRelation(other) || chosen.has(need)) return []
      // A partition is a table of its own until it is attached.
      const attached = entries.some(
        (tie) => tie.kind === 'TABLE ATTACH' && tie.needs.includes(id) && tie.needs.includes(need),
      )
      return attached ? [] : [{ ...partName(other), of }]
    })
  }
}

/** How the list shows the values of a sequence and the contents of a materialized view. */
function dataTexts({ kind, schema, name, owner }: ScriptEntry): string[] {
  if (kind === 'SEQUENCE') return [`SEQUENCE SET ${schema} ${name} ${owner}`]
  if (kind === 'MATERIALIZED VIEW') return [`MATERIALIZED VIEW DATA ${schema} ${name} ${owner}`]
  return []
}
