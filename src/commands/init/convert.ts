import { join, relative, resolve } from 'node:path'
import { environmentWithFiles } from '../../config/config.ts'
import { makeMissing } from '../../process/make-missing.ts'
import type { CommandContext } from '../context.ts'
import { done, type Outcome } from '../outcome.ts'
import { azureDirectoryText } from './from-azure-directory.ts'
import { mysqlXtrabackupText } from './from-mysql-xtrabackup.ts'
import { fromPgbak } from './from-pgbak.ts'
import { fromPostgresTiers } from './from-postgres-tiers.ts'
import { zrbText } from './from-zrb.ts'
import { writeNew } from './write-new.ts'

/** Tools whose own configuration `init --from` converts. */
export const predecessors = ['azure-directory', 'pgbak', 'postgres-tiers', 'zrb', 'mysql-xtrabackup'] as const

export type Predecessor = (typeof predecessors)[number]

export interface ConvertOptions {
  readonly sources: readonly string[]
  readonly out?: string
  readonly envFile?: string
}

/** Where zrb's documents say that its configuration is. */
const zrbFile = '/etc/zrb/config.yaml'

async function written(
  cwd: string,
  out: string | undefined,
  { text, jobs }: { readonly text: string; readonly jobs: readonly string[] },
): Promise<Outcome> {
  const directory = resolve(cwd, out ?? '.')
  await makeMissing(directory)
  const file = join(directory, 'holdfast.yml')
  await writeNew(file, text)
  return done([{ file: relative(cwd, file), what: 'the configuration', jobs }])
}

/**
 * A configuration of what a predecessor's own says: its environment, `.env` and `--env-file`, or the file that
 * `--source` names. No keys are made. Errors: `config-file-unreadable`, `usage`, `target-unwritable`.
 */
export async function convert(
  context: CommandContext,
  from: Predecessor,
  options: ConvertOptions,
): Promise<Outcome> {
  const { cwd, environment } = context
  const { out, envFile, sources } = options
  switch (from) {
    case 'azure-directory': {
      const all = environmentWithFiles({ environment, cwd, envFile, directories: [cwd] })
      const { text, job } = azureDirectoryText(all, cwd)
      return written(cwd, out, { text, jobs: [job] })
    }
    case 'pgbak':
      return fromPgbak(context, options)
    case 'postgres-tiers':
      return fromPostgresTiers(context, options)
    case 'zrb':
      return written(cwd, out, await zrbText(resolve(cwd, sources[0] ?? zrbFile)))
    case 'mysql-xtrabackup': {
      const { text, job } = mysqlXtrabackupText(environment, cwd, envFile)
      return written(cwd, out, { text, jobs: [job] })
    }
  }
}
