import { glob } from '../glob.ts'
import { asListed, isRelation } from './part-kinds.ts'
import type { ScriptEntry } from './toc.ts'

/** Which parts of a database are wanted. */
export interface Parts {
  /** `table` or `schema.table`. */
  readonly tables: readonly string[]
  /** Names of schemas; `*` stands for anything. */
  readonly schemas: readonly string[]
}

/** The entries that are meant by name, and what is wanted but is not in the archive. */
export function seedOf(
  entries: readonly ScriptEntry[],
  { tables, schemas }: Parts,
): { readonly seed: Set<number>; readonly absent: string[] } {
  const seed = new Set<number>()
  const absent: string[] = []
  const take = (wanted: string, fits: (entry: ScriptEntry) => boolean): void => {
    const found = entries.filter(fits)
    if (found.length === 0) absent.push(wanted)
    for (const { id } of found) seed.add(id)
  }
  for (const table of tables) {
    const listed = asListed(table)
    take(
      table,
      (entry) => isRelation(entry) && (listed === entry.name || listed === `${entry.schema}.${entry.name}`),
    )
  }
  for (const wanted of schemas) {
    const pattern = glob(asListed(wanted))
    take(wanted, ({ kind, schema, name }) => {
      return (schema !== undefined && pattern.test(schema)) || (kind === 'SCHEMA' && pattern.test(name))
    })
  }
  return { seed, absent }
}
