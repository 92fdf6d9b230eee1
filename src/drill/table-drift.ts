import type { Finding } from '../domain/finding.ts'
import { type DatabaseShape, type Measured, median } from './measured.ts'

/** A table that lost more than this fraction of its usual rows, and more than these rows, is an anomaly. */
const lossLimit = 0.5
const rowFloor = 100

const named = (database: string, table: string) => `${database}: ${table}`

/** The tables of each database, by database. */
function shapesOf(history: readonly Measured[], database: string): DatabaseShape[] {
  return history.flatMap(({ databases = [] }) => databases.filter((shape) => shape.database === database))
}

function setDrift(previous: DatabaseShape, { database, tables }: DatabaseShape): Finding[] {
  const [was, is] = [previous.tables, tables].map((list) => new Set(list.map(({ name }) => name)))
  const gone = [...(was ?? [])].filter((name) => !is?.has(name))
  const added = [...(is ?? [])].filter((name) => !was?.has(name))
  const finding = (severity: Finding['severity'], names: readonly string[], what: string): Finding[] =>
    names.length === 0
      ? []
      : [
          {
            severity,
            code: 'drift-tables',
            message: `${names.length === 1 ? 'a table' : `${names.length} tables`} of ${database} ${what} since the backup before: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
            names: names.map((name) => named(database, name)),
          },
        ]
  return [...finding('warning', gone, 'went'), ...finding('info', added, 'came')]
}

function rowDrift(shapes: readonly DatabaseShape[], { database, tables }: DatabaseShape): Finding[] {
  return tables.flatMap(({ name, rows }) => {
    const counts = shapes.flatMap((shape) => shape.tables.filter((table) => table.name === name))
    if (counts.length === 0) return []
    const usual = median(counts.map((table) => table.rows))
    if (usual - rows <= rowFloor || rows >= usual * (1 - lossLimit)) return []
    return [
      {
        severity: 'warning' as const,
        code: 'drift-rows',
        message: `${named(database, name)} has ${rows} rows, the median of the last ${counts.length} is ${Math.round(usual)}`,
        hint: 'Look whether the rows were deleted on purpose; the earlier backups still have them.',
      },
    ]
  })
}

function schemaDrift(previous: DatabaseShape, { database, structure }: DatabaseShape): Finding[] {
  if (structure === undefined || previous.structure === undefined || structure === previous.structure)
    return []
  const message = `the schema of ${database} is another than in the backup before`
  return [{ severity: 'info', code: 'drift-schema', message }]
}

/** What is odd about the databases of a backup beside those of earlier ones, oldest first. Pure. */
export function tableDrift(history: readonly Measured[], databases: readonly DatabaseShape[]): Finding[] {
  return databases.flatMap((shape) => {
    const shapes = shapesOf(history, shape.database)
    const previous = shapes.at(-1)
    if (previous === undefined) return []
    return [...setDrift(previous, shape), ...rowDrift(shapes, shape), ...schemaDrift(previous, shape)]
  })
}
