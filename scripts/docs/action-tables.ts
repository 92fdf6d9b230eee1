import { parse } from 'yaml'

interface Declared {
  readonly description?: string
  readonly default?: string
}

/** What the tables say of an action.yml. */
export interface ActionFile {
  readonly name: string
  readonly inputs?: Readonly<Record<string, Declared>>
  readonly outputs?: Readonly<Record<string, Declared>>
  readonly runs: Readonly<Record<string, unknown>>
}

export function readAction(text: string): ActionFile {
  return parse(text) as ActionFile
}

const cell = (text: string) => text.replaceAll('|', '\\|')

function inputTable(inputs: Readonly<Record<string, Declared>>): string {
  const rows = Object.entries(inputs).map(
    ([name, { description = '', default: value }]) =>
      `| \`${name}\` | ${cell(description)} | ${value === undefined ? '' : `\`${value}\``} |`,
  )
  return ['| input | | default |', '|---|---|---|', ...rows].join('\n')
}

function outputTable(outputs: Readonly<Record<string, Declared>>): string {
  const rows = Object.entries(outputs).map(
    ([name, { description = '' }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | |', '|---|---|', ...rows].join('\n')
}

/** The text of a README with its tables as the action.yml has them, between the marks `<!-- inputs -->` and the like. */
export function withTables(readme: string, action: ActionFile): string {
  const tables = {
    inputs: action.inputs && inputTable(action.inputs),
    outputs: action.outputs && outputTable(action.outputs),
  }
  return Object.entries(tables).reduce((text, [mark, table]) => {
    const between = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(<!-- /${mark} -->)`)
    return table === undefined ? text : text.replace(between, (_, open, close) => `${open}${table}\n${close}`)
  }, readme)
}
