/** One line of `pg_restore --list`, in the archive's order. */
export interface ListedEntry {
  readonly id: number
  /** Of what it holds in the server that was dumped; that of its table for the rows of a table. */
  readonly oid: number
  /** Kind, schema, name and owner, with blanks between them and in them. */
  readonly text: string
}

/** One entry as the archive's script describes it; those of rows are not in a script. */
export interface ScriptEntry {
  readonly id: number
  readonly oid: number
  /** Such as TABLE, FK CONSTRAINT. */
  readonly kind: string
  /** Undefined for what lies in no schema. */
  readonly schema: string | undefined
  readonly name: string
  readonly owner: string
  /** Entries without which it cannot be. */
  readonly needs: readonly number[]
}

/** Reads the list of an archive. */
export function parseList(text: string): ListedEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, id, oid, rest] = /^(\d+); \d+ (\d+) (.*)$/.exec(line) ?? []
    return rest === undefined ? [] : [{ id: Number(id), oid: Number(oid), text: rest }]
  })
}

const header = /^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*); Owner: (.*)$/

/** Reads the script of an archive as `pg_restore --verbose --schema-only` writes it. */
export function parseScript(script: string): ScriptEntry[] {
  const entries: ScriptEntry[] = []
  let begun: { id: number; oid: number; needs: number[] } | undefined
  for (const line of script.split('\n')) {
    const [, id, oid] = /^-- TOC entry (\d+) \(class \d+ OID (\d+)\)$/.exec(line) ?? []
    if (id !== undefined) {
      begun = { id: Number(id), oid: Number(oid), needs: [] }
      continue
    }
    if (begun === undefined) continue
    const needs = /^-- Dependencies: ([\d ]+)$/.exec(line)?.[1]
    if (needs !== undefined) begun.needs = needs.trim().split(' ').map(Number)
    const [, name, kind, schema = '-', ownerAndMore = ''] = header.exec(line) ?? []
    if (name === undefined || kind === undefined) continue
    const owner = ownerAndMore.replace(/; Tablespace: .*$/, '')
    entries.push({ ...begun, kind, schema: schema === '-' ? undefined : schema, name, owner })
    begun = undefined
  }
  return entries
}
