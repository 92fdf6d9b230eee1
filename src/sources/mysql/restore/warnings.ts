import type { Finding } from '../../../domain/finding.ts'
import type { ChainLink } from '../../../domain/source.ts'
import type { ServerFacts } from '../server/facts.ts'
import { described } from './link.ts'

/** Names that the source told apart by their case may be one name at the target. */
export function namesWarning(link: ChainLink, { lowerCaseTableNames: now }: ServerFacts): Finding[] {
  const then = Number(described(link, 'lowerCaseTableNames') || now)
  if (then === now) return []
  return [
    {
      severity: 'warning',
      code: 'table-names-case',
      message: `the target has lower_case_table_names ${now}, the source had ${then}`,
      hint: 'Look whether the names of tables came back as programs ask for them.',
    },
  ]
}

/** Statements about accounts that the server refused: the data came back all the same. */
export function refusedUsers(failures: readonly string[] = []): Finding[] {
  if (failures.length === 0) return []
  return [
    {
      severity: 'warning',
      code: 'users-not-restored',
      message: `the server refused ${failures.length} statements about accounts: ${failures[0]}`,
      hint: 'Make these accounts by hand; restore the backup to a file to see their statements.',
      names: failures,
    },
  ]
}
