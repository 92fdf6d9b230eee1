import { Command, Option } from 'commander'
import { readVersion } from '../../composition/version.ts'
import type { CommandSpec, OptionSpec } from './command-spec.ts'
import { commandTable } from './command-table.ts'
import {
  collect,
  duration,
  type GlobalOptions,
  instant,
  sample,
  wholeNumber,
  withGlobalOptions,
} from './options.ts'
import { runCommand } from './run.ts'

const parsers = { number: wholeNumber, duration, instant, sample, list: collect }

function optionOf({ flags, description, parse, choices }: OptionSpec): Option {
  const option = new Option(flags, description)
  if (choices) option.choices([...choices])
  if (parse) option.argParser(parsers[parse] as (value: string, previous: unknown) => unknown)
  return option
}

function add(program: Command, spec: CommandSpec): void {
  const command = program.command(spec.arguments ? `${spec.name} ${spec.arguments}` : spec.name)
  command.description(spec.description).aliases([...(spec.aliases ?? [])])
  for (const option of spec.options) command.addOption(optionOf(option))
  withGlobalOptions(command)
  command.action(async (...received: unknown[]) => {
    const positional = received
      .slice(0, -2)
      .flat()
      .filter((value) => typeof value === 'string')
    await runCommand(spec, positional, command.opts<GlobalOptions & Record<string, unknown>>())
  })
}

/** The command line. Commander's own complaints become exit status 2. */
export function createProgram(): Command {
  const program = new Command('holdfast')
    .description('backups that prove they restore')
    .version(readVersion(), '--version', 'print the version')
    .showSuggestionAfterError()
    .showHelpAfterError('(run with --help for what it takes)')
    .exitOverride()
    .configureHelp({ sortOptions: false })
  for (const spec of commandTable) add(program, spec)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  return program
}
