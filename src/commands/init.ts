import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { isJobName } from '../catalog/ids.ts'
import { environmentWithFiles } from '../config/config.ts'
import { HoldfastError } from '../errors/error.ts'
import type { CommandContext } from './context.ts'
import { configText } from './init/config-text.ts'
import { azureDirectoryText } from './init/from-azure-directory.ts'
import { recoverySheet } from './init/recovery-sheet.ts'
import { generateKeys } from './keygen.ts'
import { done, type Outcome } from './outcome.ts'

export interface InitOptions {
  readonly sources: readonly string[]
  readonly to?: string
  readonly out?: string
  /** A predecessor whose own configuration is converted. */
  readonly from?: 'azure-directory'
  readonly envFile?: string
}

const keysFolder = 'holdfast-keys'
const sheetName = 'recovery-sheet.md'
const fileName = 'holdfast.yml'

function jobOf(path: string, taken: ReadonlySet<string>): string {
  const plain = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 90)
  const name = isJobName(plain) ? plain : 'files'
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}

async function checkedSources(cwd: string, sources: readonly string[]) {
  const jobs: { job: string; path: string }[] = []
  const taken = new Set<string>()
  for (const source of sources) {
    const path = resolve(cwd, source)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory()) {
      throw new HoldfastError('source-unreadable', `${path} is not a directory`, {
        hint: 'Name directories that exist with --source.',
        context: { path },
      })
    }
    const job = jobOf(path, taken)
    taken.add(job)
    jobs.push({ job, path })
  }
  return jobs
}

async function writeNew(file: string, text: string, mode = 0o644): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode })
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    throw new HoldfastError('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
      hint: exists
        ? 'Edit it by hand, or run init in another directory with --out.'
        : 'Choose a directory that you may write to with --out.',
      context: { path: file },
      cause,
    })
  }
}

/** Keys must never be committed: says so to git, without touching what stands there. */
async function ignore(directory: string): Promise<void> {
  const file = join(directory, '.gitignore')
  const lines = [`${keysFolder}/`, sheetName, '.env']
  const there = await readFile(file, 'utf8').catch(() => '')
  const missing = lines.filter((line) => !there.split('\n').includes(line))
  if (missing.length === 0) return
  const start = there === '' || there.endsWith('\n') ? '' : '\n'
  await appendFile(file, `${start}${missing.join('\n')}\n`)
}

/** `--from azure-directory`: a configuration of what the environment, `.env` and `--env-file` say; no keys. */
async function fromAzureDirectory(context: CommandContext, { out, envFile }: InitOptions): Promise<Outcome> {
  const { cwd } = context
  const environment = environmentWithFiles({
    environment: context.environment,
    cwd,
    envFile,
    directories: [cwd],
  })
  const { text, job } = azureDirectoryText(environment, cwd)
  const directory = resolve(cwd, out ?? '.')
  await mkdir(directory, { recursive: true })
  const file = join(directory, fileName)
  await writeNew(file, text)
  return done([{ file: relative(cwd, file), what: 'the configuration', jobs: [job] }])
}

/**
 * `holdfast init --source DIR --to PATH`: a configuration, keys, a recovery sheet and a `.gitignore`; overwrites nothing.
 * Asks for what is not given where there is a terminal. Errors: `usage`, `source-unreadable`, `target-unwritable`.
 */
export async function init(context: CommandContext, options: InitOptions): Promise<Outcome> {
  if (options.from !== undefined) return fromAzureDirectory(context, options)
  const directory = resolve(context.cwd, options.out ?? '.')
  const given =
    options.sources.length > 0
      ? options.sources
      : [await context.ask('Which directory shall be backed up?', '--source')]
  const sources = await checkedSources(context.cwd, given)
  const to = options.to ?? (await context.ask('Where shall backups go (a path on another disk)?', '--to'))
  const destination = resolve(context.cwd, to)
  const file = join(directory, fileName)
  await mkdir(directory, { recursive: true })
  if (await stat(file).catch(() => undefined)) await writeNew(file, '')
  const createdAt = context.clock.now()
  const keys = await generateKeys(join(directory, keysFolder), createdAt)
  await writeNew(file, configText({ sources, destination, keysFolder }, keys))
  const identity =
    (await readFile(join(keys.directory, 'identity.txt'), 'utf8'))
      .split('\n')
      .find((line) => line.startsWith('AGE-')) ?? ''
  await writeNew(
    join(directory, sheetName),
    recoverySheet({ keys, identity, destination, host: context.identity.host, createdAt }),
    0o600,
  )
  await ignore(directory)
  const shown = (path: string) => relative(context.cwd, path) || '.'
  return done([
    { file: shown(file), what: 'the configuration', jobs: sources.map(({ job }) => job) },
    { file: shown(keys.directory), what: 'private keys, 0600; git ignores them', recipient: keys.recipient },
    {
      file: shown(join(directory, sheetName)),
      what: 'print it, keep it away from the backups, then delete it',
    },
  ])
}
