import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readPairs } from '../physical/messages.ts'
import type { ServerFacts } from '../server/facts.ts'
import type { Staged } from './origin.ts'

const here = new Set(['', '.', './'])

/** Variables of directories that may be others than the data directory. */
export const directoryVariables = [
  'innodb_undo_directory',
  'innodb_log_group_home_dir',
  'innodb_data_home_dir',
  'aria_log_dir_path',
] as const

/** Whether `innodb_data_file_path` names a file with its whole path. */
function namesWholePath(dataFilePath: string): boolean {
  return /(?:^|;)\s*\//.test(dataFilePath)
}

/** The variables of a server that put files outside of its data directory; the copy does not say all of them. */
export function variablesOutside({ datadir, variable }: Pick<ServerFacts, 'datadir' | 'variable'>): string[] {
  const isElsewhere = (name: string): boolean => {
    const value = variable(name)
    return !here.has(value) && resolve(datadir, value) !== resolve(datadir)
  }
  return [
    ...directoryVariables.filter(isElsewhere),
    ...(namesWholePath(variable('innodb_data_file_path')) ? ['innodb_data_file_path'] : []),
  ]
}

/** What of a staged copy belongs outside of the data directory, as people know it: variables, and names of tables. */
export async function outsideOf(directory: string, { remote, outside }: Staged): Promise<string[]> {
  const pairs = readPairs(await readFile(join(directory, 'backup-my.cnf'), 'utf8').catch(() => ''))
  const said = ['innodb_undo_directory', 'innodb_data_home_dir'].filter(
    (name) => !here.has(pairs.get(name) ?? ''),
  )
  const files = namesWholePath(pairs.get('innodb_data_file_path') ?? '') ? ['innodb_data_file_path'] : []
  return [...new Set([...outside, ...said, ...files]), ...[...remote.keys()].map((name) => `${name}.ibd`)]
}
