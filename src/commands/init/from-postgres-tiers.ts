import { join, relative, resolve } from 'node:path'
import { Secret } from '../../domain/secret.ts'
import { makeMissing } from '../../process/make-missing.ts'
import type { CommandContext } from '../context.ts'
import { done, type Outcome } from '../outcome.ts'
import { tiersText } from './from-postgres-tiers/config-text.ts'
import { addToPgpass, pgpassFile } from './from-postgres-tiers/pgpass.ts'
import { tiersSettings } from './from-postgres-tiers/settings.ts'
import { addToEnvFile } from './secrets-file.ts'
import { ignoreSecrets, writeNew } from './write-new.ts'

/**
 * `--from postgres-tiers`: a configuration of what `backup_config.env`, `.env.local` and the environment say. The password
 * goes to `.pgpass`, the webhook to `.env`, both 0600. Errors: `config-invalid`, `config-file-unreadable`,
 * `target-unwritable`.
 */
export async function fromPostgresTiers(
  { cwd, environment }: CommandContext,
  { out }: { readonly out?: string },
): Promise<Outcome> {
  const settings = tiersSettings(cwd, environment)
  const directory = resolve(cwd, out ?? '.')
  const shown = (file: string) => relative(cwd, file) || '.'
  await makeMissing(directory)
  const file = join(directory, 'holdfast.yml')
  await writeNew(file, tiersText(settings))
  const results: { file: string; what: string; jobs?: string[] }[] = [
    { file: shown(file), what: 'the configuration', jobs: ['postgres-daily', 'postgres-weekly'] },
  ]
  if (settings.slack !== '') {
    const env = join(directory, '.env')
    await addToEnvFile(env, new Map([['SLACK_WEBHOOK_URL', new Secret(settings.slack).reveal()]]))
    await ignoreSecrets(directory)
    results.push({ file: shown(env), what: 'its secrets, 0600' })
  }
  if (settings.password !== '') {
    const pgpass = pgpassFile(environment)
    const added = await addToPgpass(pgpass, { ...settings, password: new Secret(settings.password).reveal() })
    results.push({
      file: pgpass,
      what: added ? 'the password of the database, 0600' : 'has a password already, 0600',
    })
  }
  return done(results)
}
