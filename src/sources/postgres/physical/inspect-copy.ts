import type { DrillCheck, DrillCopy, DrillOptions } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { openSession, type Session } from '../connection/session.ts'
import { asking } from '../drill/asking.ts'
import type { LocalServer } from '../throwaway/run-server.ts'
import { amcheck } from './amcheck.ts'
import type { Bench } from './bench/bench.ts'
import { databaseNames, type PhysicalFingerprint } from './fingerprint.ts'
import { type ReadTables, readTables, tablesCheck } from './tables-check.ts'

export interface Inspection {
  readonly bench: Bench
  readonly kept: PhysicalFingerprint | undefined
  readonly options: DrillOptions
}

function databasesCheck(kept: PhysicalFingerprint, found: readonly string[]): DrillCheck {
  const lost = kept.databases.filter((name) => !found.includes(name))
  return {
    name: 'databases',
    result: lost.length === 0 ? 'passed' : 'failed',
    expected: `${kept.databases.length} databases`,
    found: lost.length === 0 ? `${found.length} databases` : `${lost.length} of them are missing`,
  }
}

async function amcheckOf(
  context: SourceContext,
  { settings }: LocalServer,
  bench: Bench,
  session: Session,
): Promise<DrillCheck[]> {
  const [extension] = await session.query("select 1 from pg_available_extensions where name = 'amcheck'")
  if (extension !== undefined && (await bench.has('pg_amcheck'))) return [await amcheck(bench, settings)]
  context.warn({
    severity: 'warning',
    code: 'amcheck-missing',
    message: 'tables and indexes were not looked at with pg_amcheck, which is not installed',
    hint: 'Install the contrib package of PostgreSQL on the host that drills.',
  })
  return []
}

function copyOf(
  { settings }: LocalServer,
  database: string,
  directory: string,
  context: SourceContext,
): DrillCopy {
  const [place] = settings.places
  return {
    directory,
    query: asking(settings, database, context),
    environment: {
      PGHOST: place?.host ?? '',
      PGPORT: String(place?.port ?? 5432),
      PGUSER: settings.user,
      PGDATABASE: database,
    },
  }
}

/** Looks at a running copy: its databases, every table, its indexes, and a person's own checks. */
export async function inspectCopy(
  context: SourceContext,
  server: LocalServer,
  { bench, kept, options }: Inspection,
): Promise<{ readonly checks: readonly DrillCheck[]; readonly tables: number }> {
  const open = (database: string) => openSession(server.settings, context, database)
  const checks: DrillCheck[] = []
  const first = await open('template1')
  try {
    const databases = await databaseNames(first.query)
    if (kept !== undefined) checks.push(databasesCheck(kept, databases))
    const read: ReadTables[] = []
    for (const name of databases) {
      const session = await open(name)
      read.push(await readTables(session.query).finally(() => session.close()))
    }
    checks.push(tablesCheck(read))
    checks.push(...(await amcheckOf(context, server, bench, first)))
    const wanted = kept !== undefined && databases.includes(kept.database) ? kept.database : 'postgres'
    if (options.inspect !== undefined) {
      checks.push(...(await options.inspect(copyOf(server, wanted, options.scratch, context))))
    }
    return { checks, tables: read.reduce((sum, { tables }) => sum + tables, 0) }
  } finally {
    await first.close()
  }
}
