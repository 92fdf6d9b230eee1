import type { WorkflowFile } from './plant.ts'

/** A shell word; names of environments may hold anything. */
function word(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** What makes an environment of the repository that `gh` is in. */
function environmentCommand(name: string): string {
  const path = `repos/{owner}/{repo}/environments/${encodeURIComponent(name)}`
  return `gh api --silent --method PUT ${word(path)}`
}

/** The `gh` commands that give the environments of a workflow what its steps read; each asks for the value. */
export function commandsFor(needs: WorkflowFile['needs']): readonly string[] {
  const commands = needs.flatMap(({ environment, lines }) => {
    const at = environment === '' ? '' : ` --env ${word(environment)}`
    return [
      ...(environment === '' ? [] : [environmentCommand(environment)]),
      ...lines.map(({ name, from }) => `gh ${from === 'vars' ? 'variable' : 'secret'} set ${name}${at}`),
    ]
  })
  return [...new Set(commands)]
}
