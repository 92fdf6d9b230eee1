import { HoldfastError } from '../../../errors/error.ts'
import type { PostgresSettings } from '../settings.ts'

/** What a dump is made of. */
export interface DumpSelection {
  readonly format: 'custom' | 'plain' | 'directory'
  readonly schemas: readonly string[]
  readonly excludeSchemas: readonly string[]
  readonly tables: readonly string[]
  readonly excludeTables: readonly string[]
  readonly excludeTableData: readonly string[]
  /** Milliseconds. */
  readonly lockWaitTimeout: number
  /** Workers of a directory dump. */
  readonly jobs: number
}

const usualLockWait = 60_000

function refuseMixture({ schemas, tables, client, format }: PostgresSettings): void {
  if (schemas !== undefined && tables !== undefined) {
    throw new HoldfastError('usage', 'schemas and tables of a dump cannot be chosen at once', {
      hint: 'Leave out schemas and write tables as schema.table, or leave out tables: pg_dump ignores one beside the other.',
    })
  }
  if (client !== 'auto' && format === 'directory') {
    throw new HoldfastError('usage', 'a dump in directory format needs a client of this host', {
      hint: 'Use `client: auto`, or format: custom.',
    })
  }
}

/** What the settings of a source select. Errors: `usage` for what cannot be had together. */
export function selectionOf(settings: PostgresSettings): DumpSelection {
  refuseMixture(settings)
  return {
    format: settings.format,
    schemas: settings.schemas ?? [],
    excludeSchemas: settings.excludeSchemas ?? [],
    tables: settings.tables ?? [],
    excludeTables: settings.excludeTables ?? [],
    excludeTableData: settings.excludeTableData ?? [],
    lockWaitTimeout: settings.lockWaitTimeout ?? usualLockWait,
    jobs: settings.jobs ?? 1,
  }
}

const each = (option: string, values: readonly string[]): string[] =>
  values.map((value) => `--${option}=${value}`)

/** The arguments of pg_dump. Compression is the pipeline's; `directory` is where a directory dump goes. */
export function dumpArgs(
  selection: DumpSelection,
  target: {
    readonly conninfo: string
    readonly snapshot: string
    /** The client is of another major than the server. */
    readonly foreignClient: boolean
    readonly directory?: string
  },
): string[] {
  const { format, jobs } = selection
  const named = selection.schemas.length + selection.tables.length > 0
  return [
    `--dbname=${target.conninfo}`,
    '--no-password',
    `--format=${format}`,
    ...(format === 'plain' ? [] : ['--compress=0']),
    ...(target.directory === undefined ? [] : [`--file=${target.directory}`, `--jobs=${jobs}`, '--no-sync']),
    `--snapshot=${target.snapshot}`,
    `--lock-wait-timeout=${selection.lockWaitTimeout}`,
    ...(target.foreignClient ? ['--quote-all-identifiers'] : []),
    ...(named ? ['--strict-names'] : []),
    ...each('schema', selection.schemas),
    ...each('exclude-schema', selection.excludeSchemas),
    ...each('table', selection.tables),
    ...each('exclude-table', selection.excludeTables),
    ...each('exclude-table-data', selection.excludeTableData),
  ]
}

/** The arguments of pg_dumpall for roles and tablespaces. */
export function globalsArgs(conninfo: string, passwords: boolean): string[] {
  return [
    `--dbname=${conninfo}`,
    '--no-password',
    '--globals-only',
    ...(passwords ? [] : ['--no-role-passwords']),
  ]
}
