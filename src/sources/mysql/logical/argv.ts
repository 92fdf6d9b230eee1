import { isAtLeast, type Version } from '../server/flavor.ts'

export interface DumpPlan {
  readonly client: Version
  readonly server: Version
  readonly optionFile: string
  readonly databases: readonly string[]
  readonly lockAllTables: boolean
  /** Whether the dump is to begin with the coordinates of the binary log. */
  readonly coordinates: boolean
}

/** Flags that only some clients know, or that some pairs of client and server need. */
function particular({ client, coordinates }: DumpPlan): string[] {
  const flags: string[] = []
  if (client.flavor === 'mysql') {
    // A client of MySQL 8 asks for histograms that older servers and MariaDB do not have.
    if (isAtLeast(client, 8)) flags.push('--column-statistics=0')
    // Else the dump could only be loaded into a server without GTIDs of its own.
    flags.push('--set-gtid-purged=OFF')
  }
  if (coordinates) {
    const renamed = client.flavor === 'mysql' && isAtLeast(client, 8, 0, 26)
    flags.push(renamed ? '--source-data=2' : '--master-data=2')
  }
  return flags
}

/** The arguments of a dump of databases by one process, from one snapshot. Pure. */
export function dumpArgs(plan: DumpPlan): string[] {
  return [
    // Must be the first; a --defaults-file would hide the host's own my.cnf.
    `--defaults-extra-file=${plan.optionFile}`,
    plan.lockAllTables ? '--lock-all-tables' : '--single-transaction',
    '--quick',
    '--routines',
    '--triggers',
    '--events',
    '--hex-blob',
    '--no-tablespaces',
    '--default-character-set=utf8mb4',
    '--max-allowed-packet=1G',
    // The last line is looked for, so it must be there whatever my.cnf says; without its date, equal data is equal bytes.
    '--comments',
    '--skip-dump-date',
    ...particular(plan),
    '--databases',
    '--',
    ...plan.databases,
  ]
}
