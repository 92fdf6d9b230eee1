import type { DrillCheck } from '../domain/drill.ts'
import type { DatabaseFingerprint, SequenceFingerprint, TableFingerprint } from './fingerprint.ts'

type Compared = Omit<DatabaseFingerprint, 'database' | 'stream'>

const textOf = (table: TableFingerprint): string =>
  [
    `${table.rows} rows`,
    ...(table.sampled === undefined ? [] : [`${table.sampled} in the sample`]),
    ...(table.hash === undefined ? [] : [table.hash]),
  ].join(', ')

function check(name: string, expected: string, found: string | undefined): DrillCheck {
  return {
    name,
    result: expected === found ? 'passed' : 'failed',
    expected,
    found: found ?? 'absent',
  }
}

function checkTable(recorded: TableFingerprint, found: TableFingerprint | undefined): DrillCheck {
  const name = `table ${recorded.name}`
  const expected = textOf(recorded)
  if (found === undefined) return check(name, expected, undefined)
  // A look that was less thorough than the recorded one cannot show that rows are equal.
  if (found.depth !== recorded.depth && found.rows === recorded.rows) {
    return { name, result: 'inconclusive', expected, found: textOf(found) }
  }
  const same = found.rows === recorded.rows && found.depth === recorded.depth
  return check(
    name,
    expected,
    `${textOf(found)}${same && found.hash !== recorded.hash ? ': values differ' : ''}`,
  )
}

/** Whether a restored sequence stands at least where the recorded one stood, in the direction in which it counts. */
function reached({ value, increment, cycles }: SequenceFingerprint, found: SequenceFingerprint): boolean {
  if (value === null || cycles) return true
  if (found.value === null) return false
  return BigInt(increment) < 0n ? BigInt(found.value) <= BigInt(value) : BigInt(found.value) >= BigInt(value)
}

function checkSequence(recorded: SequenceFingerprint, found: SequenceFingerprint | undefined): DrillCheck {
  return {
    name: `sequence ${recorded.name}`,
    result: found !== undefined && reached(recorded, found) ? 'passed' : 'failed',
    expected: recorded.value === null ? 'not used' : `at least ${recorded.value}`,
    found: found === undefined ? 'absent' : (found.value ?? 'not used'),
  }
}

function checkObjects(
  recorded: NonNullable<Compared['largeObjects']>,
  found: Compared['largeObjects'],
): DrillCheck {
  const text = ({ count, hash }: typeof recorded): string => [`${count}`, ...(hash ? [hash] : [])].join(', ')
  return check('large objects', text(recorded), found && text(found))
}

/**
 * Compares a restored database with what its backup recorded: every table, sequence and extension by name, the schema, the
 * large objects. Definitions count only between servers of one major, which word them alike.
 */
export function compareFingerprints(recorded: Compared, found: Compared): DrillCheck[] {
  const tables = new Map(found.tables.map((table) => [table.name, table]))
  const sequences = new Map(found.sequences.map((sequence) => [sequence.name, sequence]))
  const extensions = new Set(found.extensions.map(({ name }) => name))
  const checks = [
    ...recorded.tables.map((table) => checkTable(table, tables.get(table.name))),
    ...recorded.sequences.map((sequence) => checkSequence(sequence, sequences.get(sequence.name))),
    ...recorded.extensions.map(({ name }) =>
      check(`extension ${name}`, 'installed', extensions.has(name) ? 'installed' : undefined),
    ),
  ]
  if (recorded.largeObjects) checks.push(checkObjects(recorded.largeObjects, found.largeObjects))
  if (recorded.structure !== undefined) checks.push(check('structure', recorded.structure, found.structure))
  if (recorded.definitions !== undefined && recorded.serverMajor === found.serverMajor) {
    checks.push(check('definitions', recorded.definitions, found.definitions))
  }
  return checks
}
