import { basename, relative } from 'node:path'
import { parseDestination } from '../../config/destination-url.ts'
import { parseSource } from '../../config/source-url.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { WorkflowResult } from '../../report/results.ts'
import type { WrittenFile } from '../../report/views/files.ts'
import type { CommandContext } from '../context.ts'
import type { GeneratedKeys } from '../keygen.ts'
import { actionsReference, actionsUnknown } from '../workflows/settings.ts'
import { ownerOf, repositoryRoot } from '../workflows/surroundings.ts'
import { workflows } from '../workflows.ts'
import { requireDirectories } from './directories.ts'
import { runnerConfigText } from './runner-config-text.ts'

/** Which file of `keygen` is a secret of which environment. */
const keyFiles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  HOLDFAST_IDENTITY: { 'holdfast-drill': 'identity.txt' },
  HOLDFAST_STATE_IDENTITY: { 'holdfast-backup': 'state-identity.txt' },
  HOLDFAST_SIGNING_KEY: { 'holdfast-backup': 'backup-signing.key', 'holdfast-drill': 'drill-signing.key' },
}

const purposes: Readonly<Record<string, string>> = {
  'backup.yml': 'backs up what is due, every night',
  'cleanup.yml': 'deletes what retention lets go',
  'doctor.yml': 'by hand: is all there that the runner needs?',
  'restore-drill.yml': 'proves every week that it comes back',
}

/** `gh secret set NAME --env ENV`, with the file that the value is in. */
function withFile(command: string, folder: string): string {
  const [, name = '', environment = ''] = /^gh secret set (\S+) --env (\S+)$/.exec(command) ?? []
  const file = keyFiles[name]?.[environment]
  return file === undefined ? command : `${command} < ${folder}/${file}`
}

/** Paths as the runner will see them: nothing is looked for here. Errors: `usage`. */
function runnerSources(given: readonly string[]): readonly { readonly job: string; readonly path: string }[] {
  const sources = given.map((text) => parseSource(text, { inArgv: true }))
  requireDirectories(sources)
  const names = sources.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new HoldfastError('usage', `two sources are named ${twice}`, {
      hint: 'Give one of them a name of its own: other=/its/path.',
    })
  }
  return sources.map(({ name, source }) => ({ job: name, path: String(source.path) }))
}

export interface RunnerOptions {
  readonly sources: readonly string[]
  readonly to: string
  readonly runner: readonly string[]
  /** Where the configuration will lie. */
  readonly directory: string
  readonly actions?: string | undefined
}

/** What `init` writes for a runner, everything given checked. Errors: `usage`. */
export function planForRunner(options: RunnerOptions) {
  const { runner, to, directory, actions } = options
  if (actions !== undefined) actionsReference(actions)
  else if (ownerOf(repositoryRoot(directory)) === undefined) throw actionsUnknown()
  const sources = runnerSources(options.sources)
  const destination = parseDestination(to)
  return {
    jobs: sources,
    text: (keys: GeneratedKeys) => runnerConfigText({ sources, destination, runner }, keys),
  }
}

/** Writes the workflows of a configuration that `init` has just written, and says what GitHub has to be told. */
export async function writeWorkflows(
  context: CommandContext,
  file: string,
  keys: string,
  actions: string | undefined,
): Promise<readonly WrittenFile[]> {
  const site = { ...context, config: context.readConfig(file) }
  const outcome = await workflows(site, 'write', actions === undefined ? {} : { actions })
  const folder = relative(context.cwd, keys) || '.'
  return (outcome.results as readonly WorkflowResult[]).map(({ file: name, commands }) => ({
    file: name,
    what: purposes[basename(name)] ?? 'a workflow',
    commands: commands.map((command) => withFile(command, folder)),
  }))
}
