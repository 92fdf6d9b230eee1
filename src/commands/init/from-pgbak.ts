import { join, relative, resolve } from 'node:path'
import { environmentWithFiles } from '../../config/config.ts'
import { makeMissing } from '../../process/make-missing.ts'
import { seedSize } from '../backup/seeded-size.ts'
import type { CommandContext } from '../context.ts'
import { done, type Outcome } from '../outcome.ts'
import { pgbakText } from './from-pgbak/config-text.ts'
import { planPgbak } from './from-pgbak/plan.ts'
import { readPgbak } from './from-pgbak/servers.ts'
import { addToEnvFile } from './secrets-file.ts'
import { ignoreSecrets, writeNew } from './write-new.ts'

/**
 * `--from pgbak`: configurations of what pgbak's database (`DB_PATH`) and environment say, one for each password of
 * archives; secrets go to `.env`, the last sizes to the state directory, where the size guard finds them. Errors:
 * `config-file-unreadable`, `target-unwritable`.
 */
export async function fromPgbak(
  context: CommandContext,
  { out, envFile }: { readonly out?: string; readonly envFile?: string },
): Promise<Outcome> {
  const { cwd } = context
  const environment = environmentWithFiles({
    environment: context.environment,
    cwd,
    envFile,
    directories: [cwd],
  })
  const servers = readPgbak(resolve(cwd, environment.DB_PATH ?? 'backup.sqlite'))
  const { groups, secrets } = planPgbak(servers, environment)
  const directory = resolve(cwd, out ?? '.')
  const shown = (file: string) => relative(cwd, file) || '.'
  await makeMissing(directory)
  const mezmo = secrets.has('MEZMO_INGESTION_KEY') ? { hostname: environment.LOG_HOSTNAME ?? '' } : undefined
  const results = []
  for (const [index, group] of groups.entries()) {
    const [first] = group.servers
    const file = join(directory, index === 0 ? 'holdfast.yml' : `holdfast-${first?.job}.yml`)
    await writeNew(file, pgbakText({ ...group, mezmo }))
    const what = index === 0 ? 'the configuration' : 'one more: its archives have another password'
    results.push({ file: shown(file), what, jobs: group.servers.map(({ job }) => job) })
    for (const { job, lastBytes } of group.servers) {
      if (lastBytes !== undefined) await seedSize(context.stateDirectory, job, lastBytes)
    }
  }
  const envTarget = join(directory, '.env')
  await addToEnvFile(envTarget, secrets)
  await ignoreSecrets(directory)
  const empty = [...secrets].filter(([, value]) => value === '').map(([name]) => name)
  const what = empty.length === 0 ? 'its secrets, 0600' : `its secrets, 0600; fill in ${empty.join(', ')}`
  return done([...results, { file: shown(envTarget), what }])
}
