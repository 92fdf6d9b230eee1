import { placesOf } from './sections.ts'

/** What of a dump is wanted. */
export interface Selection {
  /** Only this database; under another name where `into` says so. */
  readonly database?: string
  /** The database to load into, chosen by whoever loads: the dump's own choice is left out. */
  readonly into?: string
  /** `table` or `database.table`; empty or absent: everything. */
  readonly tables?: readonly string[]
}

const sandbox = /^\/\*M?!999999\\- /

/** Without the first line of MariaDB's dumps, which older clients take for a command that they do not know. */
export async function* withoutSandbox(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    const newline = head.indexOf(10)
    if (newline < 0 && head.length < 1024) continue
    yield sandbox.test(head.toString('latin1', 0, 64)) ? head.subarray(newline + 1) : head
    head = undefined
  }
  if (head !== undefined) yield head
}

/** Whether a name of `--table` means this table. */
export function meansTable(wanted: string, database: string, table: string): boolean {
  return wanted === table || wanted === `${database}.${table}`
}

async function* selected(
  chunks: AsyncIterable<Uint8Array>,
  selection: Selection,
): AsyncGenerator<Uint8Array> {
  const { database: only, into, tables = [] } = selection
  for await (const { line, database, table, choosesDatabase } of placesOf(chunks)) {
    if (database === undefined) {
      yield line
      continue
    }
    if (only !== undefined && database !== only) continue
    if (choosesDatabase) {
      if (into === undefined) yield line
      continue
    }
    if (tables.length > 0) {
      if (table === undefined || !tables.some((name) => meansTable(name, database, table))) continue
    }
    yield line
  }
}

/** Many short lines as few pieces. */
async function* gathered(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let bytes = 0
  for await (const line of lines) {
    parts.push(line)
    bytes += line.length
    if (bytes < 64 * 1024) continue
    yield Buffer.concat(parts)
    parts = []
    bytes = 0
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}

/** The statements of a dump that a selection means, in their order. */
export function selectFrom(
  chunks: AsyncIterable<Uint8Array>,
  selection: Selection,
): AsyncIterable<Uint8Array> {
  const whole = selection.database === undefined && (selection.tables ?? []).length === 0
  return whole ? withoutSandbox(chunks) : gathered(selected(withoutSandbox(chunks), selection))
}

/** The databases of a dump, from its text alone. */
export async function databasesIn(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const names = new Set<string>()
  for await (const { database } of placesOf(chunks)) if (database !== undefined) names.add(database)
  return [...names]
}
