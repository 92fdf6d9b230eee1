import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../../../errors/error.ts'
import { readPairs } from '../physical/messages.ts'

const here = new Set(['', '.', './'])

/**
 * Refuses a copy with files that belong outside of the data directory: separate undo or system tablespaces, or tables with
 * a DATA DIRECTORY. A directory alone cannot hold them. Errors: `restore-failed`.
 */
export async function refuseOutside(directory: string): Promise<void> {
  const pairs = readPairs(await readFile(join(directory, 'backup-my.cnf'), 'utf8').catch(() => ''))
  const names = await readdir(directory, { recursive: true })
  const found = [
    ...['innodb_undo_directory', 'innodb_data_home_dir'].filter((name) => !here.has(pairs.get(name) ?? '')),
    ...(/(?:^|[;=])\s*\//.test(pairs.get('innodb_data_file_path') ?? '') ? ['innodb_data_file_path'] : []),
    ...names.filter((name) => name.endsWith('.isl')),
  ]
  if (found.length === 0) return
  throw new HoldfastError(
    'restore-failed',
    `the copy has files outside of its data directory: ${found.join(', ')}`,
    {
      hint: 'Restore it to a new directory (--to datadir:PATH with --force), then run the tool with --move-back and the my.cnf of the server.',
      context: { outside: found },
    },
  )
}
