import type { CommandContext } from '../../commands/context.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Reporter } from '../../domain/event.ts'
import { commandContext } from '../host/command-context.ts'
import { type CommandLine, loadFor } from './load-config.ts'
import { ask, confirm } from './prompts.ts'

export interface ContextParts extends CommandLine {
  readonly clock: Clock
  readonly rehearsal: boolean
  readonly reporter: Reporter
  readonly signal: AbortSignal
}

/** Everything a command may touch, made of the process and its command line. */
export function createContext(parts: ContextParts): {
  context: CommandContext
  args: readonly string[]
  fromEnvironment: boolean
} {
  const { options, clock, reporter, signal, rehearsal } = parts
  const loaded = loadFor(parts)
  const context = commandContext({
    config: loaded.config,
    clock,
    rehearsal,
    reporter,
    signal,
    onlyDestinations: loaded.at ? [loaded.at] : loaded.fromFlags ? [] : (options.destination ?? []),
    ...(options.identity === undefined ? {} : { identityFile: options.identity }),
    confirm: (question) => confirm(question, options, reporter),
    ask: (question, option, otherwise) => ask(question, option, options, otherwise),
  })
  return { context, args: loaded.args, fromEnvironment: loaded.fromEnvironment }
}
