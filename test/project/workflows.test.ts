import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fencedBlocks } from '../../scripts/docs/blocks.ts'
import { servicesPath } from '../../scripts/services/directory.ts'
import { driverSchemas } from '../../src/composition/drivers.ts'
import { loadConfig } from '../../src/config/config.ts'
import { repository } from '../commands/workflows/repository.ts'

const read = (file: string) => readFileSync(file, 'utf8')

function filesUnder(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => pattern.test(file))
    .sort()
}

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'holdfast-workflows-'))
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

/** What actionlint finds; that dist is there and fresh is another test's. */
function lint(files: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(
    'actionlint',
    [
      ...['-no-color', '-oneline', '-config-file', resolve('.github/actionlint.yaml')],
      ...['-ignore', 'specified at "(?:main|post)" key in "runs" section'],
      ...files,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${servicesPath()}${delimiter}${process.env.PATH}` },
    },
  )
  if (error) throw error
  return `${stdout}${stderr}`
}

/** The YAML blocks of the documents, with the place of each. */
function yamlBlocks(): { place: string; text: string }[] {
  const documents = [
    ...['README.md', 'CONTRIBUTING.md', 'examples/README.md'],
    ...filesUnder('docs', /\.md$/),
    ...filesUnder('actions', /README\.md$/),
  ]
  return documents.flatMap((file) =>
    fencedBlocks(read(file))
      .filter(({ words: [language] }) => language === 'yaml' || language === 'yml')
      .map(({ line, script }) => ({ place: `${file}:${line}`, text: script })),
  )
}

/** A block as a workflow of its own: whole ones as they are, lists of steps in a job. */
function asWorkflow(text: string): string | undefined {
  if (/^on:/m.test(text)) return text
  if (!/^- (?:id|uses|run|name):/m.test(text)) return undefined
  const steps = text.replace(/^(?=.)/gm, '      ')
  const inputs = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => `${name}: {type: string}`)
  const on = `on: {workflow_dispatch: {inputs: {${inputs.join(', ')}}}}`
  return `${on}\njobs:\n  block:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}

describe('workflows', () => {
  it.each([
    ['this repository', () => filesUnder('.github/workflows', /\.yml$/)],
    ['the examples', () => filesUnder('examples', /\.github\/workflows\/.+\.yml$/)],
    ['those that users should be able to write', () => filesUnder('test/fixtures/workflows', /\.yml$/)],
  ])('of %s pass actionlint', (_, files) => {
    expect(files().length).toBeGreaterThan(3)
    expect(lint(files())).toBe('')
  })

  it('of the documents pass actionlint', () => {
    const workflows = yamlBlocks().flatMap(({ place, text }) => {
      const workflow = asWorkflow(text)
      return workflow === undefined ? [] : [{ place, workflow }]
    })
    expect(workflows.length).toBeGreaterThan(5)
    const files = workflows.map(({ place, workflow }) => {
      const file = join(scratch, `${place.replaceAll(/[/:]/g, '-')}.yml`)
      writeFileSync(file, workflow)
      return file
    })
    expect(lint(files)).toBe('')
  })

  it('are found wrong when they are', () => {
    const file = join(scratch, 'wrong.yml')
    writeFileSync(file, 'on: push\njobs: {a: {runs-on: elsewhere, steps: [{run: "${{ nope.x }}"}]}}\n')
    expect(lint([file])).toContain('undefined variable "nope"')
  })
})

describe('this repository', () => {
  it.each(filesUnder('.github/workflows', /\.yml$/))('%s has a time limit and few rights', (file) => {
    const { permissions, jobs, concurrency } = parse(read(file))
    expect(permissions).toEqual({ contents: 'read' })
    expect(concurrency).toHaveProperty('group')
    for (const job of Object.values<Record<string, unknown>>(jobs)) {
      expect(job).toHaveProperty('timeout-minutes')
      const steps = job.steps as { uses?: string; with?: object }[]
      for (const { uses = '', with: inputs } of steps) {
        if (uses.startsWith('actions/checkout@'))
          expect(inputs).toMatchObject({ 'persist-credentials': false })
      }
    }
  })
})

describe('configurations', () => {
  it.each(filesUnder('examples', /(holdfast|pgbak|postgres-tiers)\.yml$/))('%s is read', (file) => {
    const config = loadConfig({ file: resolve(file), cwd: scratch, environment: {}, drivers: driverSchemas })
    expect(config.jobNames.length).toBeGreaterThan(0)
  })

  it('of the documents are read', () => {
    const configs = yamlBlocks().filter(({ text }) => /^version: 1$/m.test(text))
    for (const { place, text } of configs) {
      const file = join(scratch, `${place.replaceAll(/[/:]/g, '-')}.yml`)
      writeFileSync(file, text)
      const config = loadConfig({ file, cwd: scratch, environment: {}, drivers: driverSchemas })
      expect(config.jobNames.length, place).toBeGreaterThan(0)
    }
    expect(configs.length).toBeGreaterThan(0)
  })

  it('and the workflows of the README are those of the examples', () => {
    const header = /^(?:# (?:Written|Change) .*\n)*/
    const examples = filesUnder('examples', /\.yml$/).map((file) => read(file).replace(header, ''))
    const shown = yamlBlocks().filter(
      ({ place, text }) => place.startsWith('README.md') && /^(?:on|jobs):/m.test(text),
    )
    expect(shown.length).toBeGreaterThan(4)
    for (const { place, text } of shown) expect(examples.includes(text), place).toBe(true)
  })
})

describe('the examples that `workflows --write` writes', () => {
  it.each([
    ['directory-to-s3', { runner: ['self-hosted', 'db-1'] }],
    ['directory-to-azure', {}],
    ['fleet', {}],
  ])('%s', async (name, given) => {
    const site = await repository(read(`examples/${name}/holdfast.yml`))
    await site.run('write', { actions: 'OWNER/holdfast@v1', ...given })
    const folder = `examples/${name}/.github/workflows`
    mkdirSync(folder, { recursive: true })
    for (const file of site.names()) {
      await expect(site.read(file)).toMatchFileSnapshot(resolve(folder, file))
    }
    expect(site.names()).toEqual(expect.arrayContaining(readdirSync(folder)))
  })
})
