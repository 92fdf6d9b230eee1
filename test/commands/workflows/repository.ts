import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { servicesPath } from '../../../scripts/services/directory.ts'
import type { GivenSettings } from '../../../src/commands/workflows/settings.ts'
import { type WorkflowsMode, workflows } from '../../../src/commands/workflows.ts'
import type { Event } from '../../../src/domain/event.ts'
import type { WorkflowResult } from '../../../src/report/results.ts'
import { contextOf } from '../../e2e/in-process.ts'
import { workspace } from '../../e2e/workspace.ts'

/** What the command said and wrote. */
export interface Ran {
  readonly exitCode: number
  readonly results: readonly WorkflowResult[]
  readonly errors: readonly { readonly code: string; readonly message: string }[]
  /** Codes of findings. */
  readonly told: readonly string[]
}

/** A git repository with a configuration, and the command in it. */
export interface Repository {
  readonly root: string
  write(name: string, text: string): void
  read(name: string): string
  /** The workflows that are there. */
  names(): string[]
  run(mode: WorkflowsMode, given?: GivenSettings): Promise<Ran>
}

/** The head of a configuration: what every one of these tests needs. */
export const head = `version: 1
encryption: {recipients: [age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p], identity: "\${HOLDFAST_IDENTITY}"}
`

/** A fresh repository of `acme`; removed after the test. `at` is where its configuration lies. */
export async function repository(config: string, at = 'holdfast.yml'): Promise<Repository> {
  const space = await workspace()
  const root = space.path('site')
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  write(
    '.git/config',
    '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://github.com/acme/infra.git\n',
  )
  write(at, config)
  const folder = join(root, '.github', 'workflows')
  return {
    root,
    write,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    names: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    async run(mode, given = { actions: 'acme/holdfast@v1' }) {
      const context = contextOf(space, {})
      const site = { ...context, cwd: root, config: context.readConfig(join(root, at)) }
      const outcome = await workflows(site, mode, given)
      const told = context.events.flatMap((event: Event) =>
        event.type === 'finding' ? [event.finding.code] : [],
      )
      return { ...outcome, results: outcome.results as WorkflowResult[], told }
    },
  }
}

/** What actionlint finds in the workflows of a repository, except that it cannot know the labels of own runners. */
export function lint(root: string): string {
  const path = `${servicesPath()}${delimiter}${process.env.PATH}`
  const { stdout, stderr, error } = spawnSync(
    'actionlint',
    ['-no-color', '-oneline', '-ignore', 'label ".+" is unknown'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PATH: path } },
  )
  if (error) throw error
  return `${stdout}${stderr}`
}
