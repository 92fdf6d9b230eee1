import type { Bench } from './bench/bench.ts'

const lines: Readonly<Record<string, string>> = {
  'max_connections setting': 'max_connections',
  'max_worker_processes setting': 'max_worker_processes',
  'max_wal_senders setting': 'max_wal_senders',
  'max_prepared_xacts setting': 'max_prepared_transactions',
  'max_locks_per_xact setting': 'max_locks_per_transaction',
}

/** The settings that a copy must have at least as large to replay the log, out of what pg_controldata prints. */
export function settingsInControlData(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const [, label = '', value = ''] = /^([^:]+):\s+(\d+)$/.exec(line) ?? []
    const name = lines[label]
    if (name !== undefined) found[name] = value
  }
  return found
}

/** The same of a data directory. */
export async function controlSettings(bench: Bench, data: string): Promise<Record<string, string>> {
  const { stdout } = await bench.run('pg_controldata', [data])
  return settingsInControlData(stdout.toString())
}
