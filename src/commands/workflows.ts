import { join, relative, resolve } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { lineDiff } from '../report/line-diff.ts'
import type { WorkflowResult } from '../report/results.ts'
import { type CommandContext, tell } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { workflowFiles } from './workflows/files.ts'
import { type FoundWorkflow, readWorkflows, writeWorkflow } from './workflows/folder.ts'
import { commandsFor } from './workflows/github-commands.ts'
import {
  actionsReference,
  actionsUnknown,
  type GivenSettings,
  type WorkflowSettings,
} from './workflows/settings.ts'
import { ownerOf, repositoryRoot } from './workflows/surroundings.ts'

/** `write` makes the files, `check` only compares them. */
export type WorkflowsMode = 'write' | 'check'

const found = ['holdfast.yml', '.github/holdfast.yml']

function settingsOf(
  context: CommandContext,
  root: string,
  given: GivenSettings,
  there: readonly FoundWorkflow[],
): WorkflowSettings {
  const before = there.find(({ settings }) => settings !== undefined)?.settings ?? {}
  const settings = { ...before, ...given }
  if (settings.actions !== undefined) return { ...settings, actions: actionsReference(settings.actions) }
  const owner = ownerOf(root)
  if (owner === undefined) throw actionsUnknown()
  const actions = `${owner}/holdfast@v1`
  tell(context, {
    severity: 'info',
    code: 'actions-guessed',
    message: `the workflows use ${actions}, after the owner of this repository`,
    hint: 'Say --actions OWNER/holdfast@v1 for another one; it is kept in the workflows.',
  })
  return { ...settings, actions }
}

function refuseForeign(folder: string, there: readonly FoundWorkflow[], names: readonly string[]): void {
  const foreign = there.filter(({ name, settings }) => settings === undefined && names.includes(name))
  if (foreign.length === 0) return
  const paths = foreign.map(({ name }) => join(folder, name))
  throw new HoldfastError('target-not-empty', `${paths.join(', ')} is there, and is not of this command`, {
    hint: 'Rename or remove it: holdfast replaces only workflows that it wrote.',
    context: { paths },
  })
}

/** What `--check` ends with when something is not as it should be. */
function differs(results: readonly WorkflowResult[]): HoldfastError[] {
  const bad = results.filter(({ status }) => status !== 'unchanged')
  if (bad.length === 0) return []
  const list = bad.map(({ file, status }) => `${file} ${status}`).join(', ')
  return [
    new HoldfastError('workflows-differ', `the workflows do not fit the configuration: ${list}`, {
      hint: 'Run `holdfast workflows --write` and commit what it wrote.',
      context: { files: bad.map(({ file }) => file) },
    }),
  ]
}

/**
 * `holdfast workflows --write|--check`: the workflows of this configuration in `.github/workflows/` of the repository
 * around it. What is not given of `given` is what they were written with before. Files that somebody else wrote are
 * left alone. Errors: `usage`, `config-invalid`, `target-not-empty`, `target-unwritable`; checking, `workflows-differ`.
 */
export async function workflows(
  context: CommandContext,
  mode: WorkflowsMode,
  given: GivenSettings,
): Promise<Outcome> {
  const { config, cwd } = context
  const root = repositoryRoot(config.directory)
  const folder = join(root, '.github', 'workflows')
  const there = readWorkflows(folder)
  const settings = settingsOf(context, root, given, there)
  const path = config.file === undefined ? undefined : relative(root, resolve(cwd, config.file))
  const files = workflowFiles(
    context,
    settings,
    path !== undefined && found.includes(path) ? undefined : path,
  )
  refuseForeign(
    relative(cwd, folder),
    there,
    files.map(({ name }) => name),
  )
  const obsolete = there.filter(
    ({ name, settings: own }) => own !== undefined && !files.some((file) => file.name === name),
  )
  const wanted = [...files, ...obsolete.map(({ name }) => ({ name, text: undefined, needs: [] }))]
  const results = wanted.map(({ name, text, needs }): WorkflowResult => {
    const before = there.find((file) => file.name === name)?.text
    const file = relative(cwd, join(folder, name))
    const commands = commandsFor(needs)
    if (before === text) return { file, status: 'unchanged', commands }
    if (mode === 'write') {
      writeWorkflow(folder, name, text)
      return { file, status: text === undefined ? 'removed' : 'written', commands }
    }
    const status = before === undefined ? 'missing' : text === undefined ? 'obsolete' : 'differs'
    return { file, status, commands, diff: lineDiff(before ?? '', text ?? '') }
  })
  const errors = mode === 'check' ? differs(results) : []
  return errors.length === 0 ? done(results) : { results, warnings: [], errors, exitCode: 1 }
}
