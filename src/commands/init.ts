import { readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { makeMissing } from '../process/make-missing.ts'
import type { CommandContext } from './context.ts'
import { configText } from './init/config-text.ts'
import { convert, type Predecessor } from './init/convert.ts'
import { checkedSources } from './init/on-host.ts'
import { planForRunner, writeWorkflows } from './init/on-runner.ts'
import { recoverySheet } from './init/recovery-sheet.ts'
import { ignoreSecrets, keysFolder, sheetName, writeNew } from './init/write-new.ts'
import { type GeneratedKeys, generateKeys } from './keygen.ts'
import { done, type Outcome } from './outcome.ts'
import { labelsOf } from './workflows/settings.ts'

export interface InitOptions {
  readonly sources: readonly string[]
  readonly to?: string
  readonly out?: string
  /** Labels: backups run on a runner of GitHub Actions instead of here. */
  readonly runner?: readonly string[]
  /** For a runner: where the actions come from. */
  readonly actions?: string
  /** A predecessor whose own configuration is converted. */
  readonly from?: Predecessor
  readonly envFile?: string
}

const fileName = 'holdfast.yml'

/** Where backups run: labels of a runner, or undefined for this host. */
async function runnerOf(
  context: CommandContext,
  options: InitOptions,
): Promise<readonly string[] | undefined> {
  if (options.runner !== undefined) return options.runner
  const question = 'Where do backups run: here (Enter), or on a runner with which labels (self-hosted,db-1)?'
  const answer = await context.ask(question, '--runner', '')
  return answer === '' || answer === 'here' ? undefined : labelsOf(answer, '--runner')
}

interface Planned {
  /** Where the backups are, for whoever has to find them. */
  readonly to: string
  readonly runner?: readonly string[]
  readonly jobs: readonly { readonly job: string }[]
  /** The configuration. */
  text(keys: GeneratedKeys): string
}

/** What will be written, all of it checked before anything is. */
async function planned(context: CommandContext, options: InitOptions): Promise<Planned> {
  const runner = await runnerOf(context, options)
  const where = runner === undefined ? '' : ' (as the runner sees it)'
  const given =
    options.sources.length > 0
      ? options.sources
      : [await context.ask(`Which directory shall be backed up${where}?`, '--source')]
  const place =
    runner === undefined
      ? 'a path on another disk'
      : 's3://bucket/prefix?region=… or azure://account/container'
  const to = options.to ?? (await context.ask(`Where shall backups go (${place})?`, '--to'))
  if (runner !== undefined) {
    const directory = resolve(context.cwd, options.out ?? '.')
    return {
      to,
      runner,
      ...planForRunner({ sources: given, to, runner, directory, actions: options.actions }),
    }
  }
  const sources = await checkedSources(context.cwd, given)
  const destination = resolve(context.cwd, to)
  const text = (keys: GeneratedKeys) => configText({ sources, destination, keysFolder }, keys)
  return { to: destination, jobs: sources, text }
}

/**
 * `holdfast init --source DIR --to PATH`: a configuration, keys, a recovery sheet and a `.gitignore`; with `--runner`
 * for a runner of GitHub Actions, where nothing is looked for here, and with workflows. Overwrites nothing. Asks for what
 * is not given where there is a terminal. Errors: `usage`, `source-unreadable`, `target-unwritable`, those of `workflows`.
 */
export async function init(context: CommandContext, options: InitOptions): Promise<Outcome> {
  if (options.from !== undefined) return convert(context, options.from, options)
  const directory = resolve(context.cwd, options.out ?? '.')
  const { to, jobs, text, runner } = await planned(context, options)
  const file = join(directory, fileName)
  await makeMissing(directory)
  if (await stat(file).catch(() => undefined)) await writeNew(file, '')
  const createdAt = context.clock.now()
  const keys = await generateKeys(join(directory, keysFolder), createdAt)
  await writeNew(file, text(keys))
  const identity =
    (await readFile(join(keys.directory, 'identity.txt'), 'utf8'))
      .split('\n')
      .find((line) => line.startsWith('AGE-')) ?? ''
  await writeNew(
    join(directory, sheetName),
    recoverySheet({ keys, identity, destination: to, host: context.identity.host, createdAt }),
    0o600,
  )
  await ignoreSecrets(directory)
  const shown = (path: string) => relative(context.cwd, path) || '.'
  const workflows =
    runner === undefined ? [] : await writeWorkflows(context, file, keys.directory, options.actions)
  return done([
    { file: shown(file), what: 'the configuration', jobs: jobs.map(({ job }) => job) },
    { file: shown(keys.directory), what: 'private keys, 0600; git ignores them', recipient: keys.recipient },
    {
      file: shown(join(directory, sheetName)),
      what: 'print it, keep it away from the backups, then delete it',
    },
    ...workflows,
  ])
}
