import { linesOf } from './lines.ts'

/** Where in a dump a line stands. */
export interface Place {
  /** Undefined before the first database, and after the last. */
  readonly database?: string
  /** Undefined outside of the sections of tables and views. */
  readonly table?: string
  /** The statement that makes or chooses the database itself. */
  readonly choosesDatabase: boolean
}

export interface Placed extends Place {
  readonly line: Buffer
}

const databaseHeader = /^-- Current Database: `((?:[^`]|``)+)`\n$/
const tableHeader =
  /^-- (?:Table structure for table|Temporary (?:table|view) structure for view|Final view structure for view|Dumping data for table|Temporary table structure for view) `((?:[^`]|``)+)`\n$/
const otherHeader = /^-- Dumping (?:events|routines) for database '/
const epilogue = /^\/\*!40103 SET TIME_ZONE=@OLD_TIME_ZONE \*\/;\n$/
const choosing = /^(?:CREATE DATABASE |USE `)/

const name = (quoted: string | undefined) => quoted?.replaceAll('``', '`')

/** A header is a comment of its own between two lines `--`: nothing that somebody stored looks like that by chance. */
function isRule(line: Buffer | undefined): boolean {
  return line?.length === 3 && line.toString('latin1') === '--\n'
}

/** Short lines may be headers; the others are data and are not even decoded. */
const longestHeader = 600

/** Tells of every line of a dump where it stands. */
export async function* placesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Placed> {
  let database: string | undefined
  let table: string | undefined
  let held: Buffer | undefined
  const place = (line: Buffer, choosesDatabase = false): Placed => ({
    line,
    choosesDatabase,
    ...(database === undefined ? {} : { database }),
    ...(table === undefined ? {} : { table }),
  })
  for await (const line of linesOf(chunks)) {
    const text = line.length <= longestHeader ? line.toString('utf8') : ''
    if (isRule(line) && held === undefined) {
      // It belongs to what comes next.
      held = Buffer.from(line)
      continue
    }
    if (held !== undefined) {
      const next = name(databaseHeader.exec(text)?.[1])
      if (next !== undefined) {
        database = next
        table = undefined
      } else if (tableHeader.test(text)) table = name(tableHeader.exec(text)?.[1])
      else if (otherHeader.test(text)) table = undefined
      yield place(held)
      held = undefined
    } else if (epilogue.test(text)) {
      database = undefined
      table = undefined
    }
    yield place(line, table === undefined && choosing.test(text))
  }
  if (held !== undefined) yield place(held)
}
