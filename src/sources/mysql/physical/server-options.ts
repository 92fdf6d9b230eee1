import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPairs } from './messages.ts'

/** What a server has to be told of a data directory that was made otherwise than by default. */
const needed = [
  'innodb_data_file_path',
  'innodb_page_size',
  'innodb_undo_tablespaces',
  'innodb_checksum_algorithm',
]

/** The options that `backup-my.cnf` of a copy says, for a server that is to start on it. */
export async function serverOptions(directory: string): Promise<string[]> {
  const text = await readFile(join(directory, 'backup-my.cnf'), 'utf8').catch(() => '')
  const pairs = readPairs(text)
  return needed.flatMap((name) => {
    const value = pairs.get(name)
    return value === undefined || value === '' ? [] : [`--loose-${name.replaceAll('_', '-')}=${value}`]
  })
}
