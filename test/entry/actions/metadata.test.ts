import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actionEntries } from '../../../scripts/dist/action-entries.ts'
import { readAction, withTables } from '../../../scripts/docs/action-tables.ts'
import { type ActionName, actions } from '../../../src/entry/actions/actions.ts'
import { sharedInputs } from '../../../src/entry/actions/host/shared-inputs.ts'

const names = Object.keys(actions) as ActionName[]
const read = (file: string) => readFileSync(file, 'utf8')
const fileOf = (name: ActionName) => (name === 'root' ? 'action.yml' : `actions/${name}/action.yml`)
const shared = ['status', 'exit-code', 'results', 'results-file']

describe.each(names)('action.yml of %s', (name) => {
  it('declares the inputs that are read, with their defaults', async () => {
    const { inputs = {} } = readAction(read(fileOf(name)))
    const spec = await actions[name]()
    const declared = Object.entries(inputs).map(([input, { default: value }]) => [input, value])
    expect(declared).toEqual([...sharedInputs, ...spec.inputs].map((input) => [input.name, input.default]))
    for (const { description = '' } of Object.values(inputs)) expect(description).not.toBe('')
  })

  it('declares the outputs that are set, whatever happened', async () => {
    const { outputs = {} } = readAction(read(fileOf(name)))
    const spec = await actions[name]()
    expect(Object.keys(outputs)).toEqual([...shared, ...Object.keys(spec.outputs([]))])
  })

  it('starts the bundle by its name, before and after', () => {
    const { runs } = readAction(read(fileOf(name)))
    const folder = name === 'root' ? 'dist/root' : `../../dist/${name}`
    expect(runs).toEqual({ using: 'node24', main: `${folder}/index.js`, post: `${folder}/post.js` })
    const files = actionEntries('../main/index.js')
    expect(files[`${name}/index.js`]).toBe(
      `import { action } from '../main/index.js'\n\nawait action('${name}')\n`,
    )
    expect(files[`${name}/post.js`]).toContain(`await post('${name}')`)
  })
})

describe('the READMEs', () => {
  it.each(readdirSync('actions'))('of %s has the tables of its action.yml', (name) => {
    const readme = read(`actions/${name}/README.md`)
    expect(readme).toContain('<!-- outputs -->')
    expect(withTables(readme, readAction(read(`actions/${name}/action.yml`)))).toBe(readme)
  })
})
