import { shellWord } from '../../domain/shell-word.ts'
import type { WorkflowFile } from './plant.ts'

/** What makes an environment of the repository that `gh` is in. */
function environmentCommand(name: string): string {
  const path = `repos/{owner}/{repo}/environments/${encodeURIComponent(name)}`
  return `gh api --silent --method PUT ${shellWord(path)}`
}

/** The `gh` commands that give the environments of a workflow what its steps read; each asks for the value. */
export function commandsFor(needs: WorkflowFile['needs']): readonly string[] {
  const commands = needs.flatMap(({ environment, lines }) => {
    const at = environment === '' ? '' : ` --env ${shellWord(environment)}`
    return [
      ...(environment === '' ? [] : [environmentCommand(environment)]),
      ...lines.map(({ name, from }) => `gh ${from === 'vars' ? 'variable' : 'secret'} set ${name}${at}`),
    ]
  })
  return [...new Set(commands)]
}
