import { HoldfastError } from '../../errors/error.ts'
import type { CommandSpec } from './command-spec.ts'

const global = [
  '--config',
  '--env-file',
  '--identity',
  '--destination',
  '--json',
  '--events',
  '--quiet',
  '--verbose',
  '--no-progress',
  '--yes',
  '--help',
]

function longOptions({ options }: CommandSpec): string[] {
  return [...options.flatMap(({ flags }) => flags.match(/--[a-z-]+/)?.[0] ?? []), ...global]
}

function bash(commands: readonly CommandSpec[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${longOptions(command).join(' ')}" ;;`)
  return `# holdfast completion for bash: source <(holdfast completion bash)
_holdfast() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')}"
  else
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _holdfast holdfast
`
}

function zsh(commands: readonly CommandSpec[]): string {
  return `# holdfast completion for zsh: source <(holdfast completion zsh)
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`
}

function fish(commands: readonly CommandSpec[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  const lines = commands.flatMap((command) => [
    `complete -c holdfast -f -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
    ...longOptions(command).map(
      (option) =>
        `complete -c holdfast -n '__fish_seen_subcommand_from ${command.name}' -l ${option.slice(2)}`,
    ),
  ])
  return `# holdfast completion for fish: holdfast completion fish | source\n${lines.join('\n')}\n`
}

/** The completion script of a shell. Errors: `usage` for a shell that there is none for. */
export function completionScript(shell: string, commands: readonly CommandSpec[]): string {
  const scripts = { bash, zsh, fish }
  if (!Object.hasOwn(scripts, shell)) {
    throw new HoldfastError('usage', `there is no completion for ${shell}`, {
      hint: 'Use bash, zsh or fish.',
    })
  }
  return scripts[shell as keyof typeof scripts](commands)
}
