import type { DrillCheck } from '../../../domain/drill.ts'
import type { Fingerprint, ObjectFingerprint, TableFingerprint } from './types.ts'

const tableName = ({ database, table }: TableFingerprint) => `${database}.${table}`
const objectName = ({ kind, database, name }: ObjectFingerprint) => `${kind} ${database}.${name}`

function shownTable({ rows, hash }: TableFingerprint): string {
  return hash === undefined ? `${rows} rows` : `${rows} rows, ${hash.slice(0, 12)}`
}

function compareTable(
  expected: TableFingerprint,
  found: TableFingerprint | undefined,
): DrillCheck | undefined {
  const name = `table ${tableName(expected)}`
  if (found === undefined)
    return { name, result: 'failed', expected: shownTable(expected), found: 'no such table' }
  const equal = expected.rows === found.rows && expected.hash === found.hash
  if (equal) return undefined
  const differ = expected.rows === found.rows ? ': values differ' : ''
  return { name, result: 'failed', expected: shownTable(expected), found: `${shownTable(found)}${differ}` }
}

function compareTables(expected: Fingerprint, found: Omit<Fingerprint, 'matched'>): DrillCheck[] {
  const there = new Map(found.tables.map((table) => [tableName(table), table]))
  const differences = expected.tables.flatMap(
    (table) => compareTable(table, there.get(tableName(table))) ?? [],
  )
  const rows = expected.tables.reduce((sum, table) => sum + BigInt(table.rows), 0n)
  const depths = new Set(expected.tables.map(({ depth }) => depth))
  const equal = expected.tables.length - differences.length
  if (differences.length > 0) return differences
  return [
    {
      name: 'rows',
      result: 'passed',
      expected: `${expected.tables.length} tables, ${rows} rows`,
      found: `${equal} tables equal by ${[...depths].join(' and ') || 'counts'}`,
    },
  ]
}

/** Definitions: what is missing fails; what is written differently fails only where the servers write alike. */
function compareObjects(expected: Fingerprint, found: Omit<Fingerprint, 'matched'>): DrillCheck[] {
  const there = new Map(found.objects.map((object) => [objectName(object), object]))
  const alike = expected.server === found.server
  const checks: DrillCheck[] = []
  for (const object of expected.objects) {
    const copy = there.get(objectName(object))
    if (copy?.sha256 === object.sha256) continue
    checks.push({
      name: objectName(object),
      result: copy === undefined || alike ? 'failed' : 'inconclusive',
      expected: `definition ${object.sha256.slice(0, 12)} (${expected.server})`,
      found: copy === undefined ? 'not there' : `definition ${copy.sha256.slice(0, 12)} (${found.server})`,
    })
  }
  if (checks.length > 0) return checks
  const count = `${expected.objects.length} definitions`
  return [{ name: 'schema', result: 'passed', expected: count, found: `${count} equal` }]
}

/**
 * What a copy is against what the backup says of its source. A fingerprint that is not of the dump's own snapshot is never
 * called equal: then only the schema is compared, and the tables have to be there.
 */
export function compareFingerprints(
  expected: Fingerprint,
  found: Omit<Fingerprint, 'matched'>,
): DrillCheck[] {
  const schema = compareObjects(expected, found)
  return expected.matched ? [...compareTables(expected, found), ...schema] : schema
}
