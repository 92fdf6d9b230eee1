import type { DrillCheck, Evidence } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import type { Address } from '../connection/address.ts'
import { openSession, type Session } from '../connection/session.ts'
import { compareFingerprints } from '../fingerprint/compare.ts'
import { takeFingerprint } from '../fingerprint/take.ts'
import type { Fingerprint } from '../fingerprint/types.ts'
import { listDatabases, readFacts } from '../server/facts.ts'
import { qualified } from '../server/names.ts'
import { listTables, shown, type Table } from '../server/tables.ts'

export interface Judgement {
  readonly checks: readonly DrillCheck[]
  readonly evidence: Evidence
  readonly tables: number
  readonly databases: readonly string[]
}

/** A copy without a table proves nothing, whatever else is equal. */
function countCheck(tables: number, databases: number): DrillCheck {
  return {
    name: 'tables',
    result: tables > 0 ? 'passed' : 'failed',
    expected: 'at least 1',
    found: `${tables} in ${databases} databases`,
  }
}

/** `CHECK TABLE` of every table; views too, which finds those whose tables are gone. */
async function checkTables(session: Session, tables: readonly Table[]): Promise<DrillCheck> {
  const bad: string[] = []
  for (const table of tables) {
    const rows = await session.rows(`CHECK TABLE ${qualified(table.database, table.name)}`)
    const [, , , text = ''] = rows.at(-1) ?? []
    if (
      !/^(OK|Table is already up to date|The storage engine for the table doesn't support check)$/.test(
        text ?? '',
      )
    )
      bad.push(`${shown(table)}: ${text}`)
  }
  return {
    name: 'check table',
    result: bad.length === 0 ? 'passed' : 'failed',
    expected: `${tables.length} tables OK`,
    found: bad.length === 0 ? `${tables.length} tables OK` : bad.slice(0, 20).join('; '),
  }
}

/** Compares a copy with what the backup says of its source. */
export async function judgeCopy(
  context: SourceContext,
  address: Address,
  expected: Fingerprint | undefined,
  { checkEach }: { readonly checkEach: boolean },
): Promise<Judgement> {
  const session = await openSession(address, context.signal)
  try {
    const facts = await readFacts(session)
    const there = await listDatabases(session)
    const databases = expected?.databases.filter((name) => there.includes(name)) ?? there
    const tables = await listTables(session, databases)
    const data = tables.filter(({ isView }) => !isView)
    const checks = [countCheck(data.length, databases.length)]
    if (checkEach) checks.push(await checkTables(session, tables))
    if (expected !== undefined) {
      const found = await takeFingerprint({
        session,
        facts,
        databases,
        depth: 'full',
        budget: Number.POSITIVE_INFINITY,
        clock: context.clock,
        allTables: true,
        as: expected,
      })
      checks.push(...compareFingerprints(expected, found))
    }
    const evidence = expected?.matched === true ? 'snapshot' : 'load-only'
    return { checks, evidence, tables: data.length, databases }
  } finally {
    await session.close()
  }
}

/** The database that checks need not name; undefined where there are several, and it had to be guessed. */
export function onlyOne(databases: readonly string[]): string | undefined {
  return databases.length === 1 ? databases[0] : undefined
}
