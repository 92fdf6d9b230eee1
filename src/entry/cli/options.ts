import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseDuration } from '../../domain/duration.ts'

/** The options that every command takes. */
export interface GlobalOptions {
  readonly config?: string
  readonly envFile?: string
  readonly identity?: string
  readonly destination?: string[]
  readonly json?: boolean
  readonly events?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly progress: boolean
  readonly yes?: boolean
}

/** What the options of a command come to: camel-case names as commander makes them. */
export type Options = Readonly<Record<string, unknown>>

export function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value]
}

/** A whole number from 0, or a usage error that names the option. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('A whole number is needed.')
  return Number(value)
}

/** A duration such as `36h`, in milliseconds. */
export function duration(value: string): number {
  const parsed = parseDuration(value)
  if (parsed === undefined) throw new InvalidArgumentError('A duration such as 36h or 7d is needed.')
  return parsed
}

/** An instant in ISO 8601; without an offset it is UTC. */
export function instant(value: string): Date {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(value) || !value.includes('T') ? value : `${value}Z`
  const parsed = new Date(zoned)
  if (Number.isNaN(parsed.getTime()))
    throw new InvalidArgumentError('An ISO time such as 2026-11-21T03:00Z is needed.')
  return parsed
}

/** `n/m`: the n-th of m equal parts, n from 1; `today/m`: the one whose turn it is. */
export function sample(value: string): { part: number | 'today'; of: number } {
  const match = /^(\d{1,6}|today)\/(\d{1,6})$/.exec(value)
  if (match?.[1] === 'today' && Number(match[2]) > 0) return { part: 'today', of: Number(match[2]) }
  const part = Number(match?.[1])
  const of = Number(match?.[2])
  if (!(part >= 1 && part <= of)) throw new InvalidArgumentError('A part such as 3/30 or today/30 is needed.')
  return { part, of }
}

/** Adds what every command takes. */
export function withGlobalOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--config <file>', 'the configuration (default: ./holdfast.yml, .github/holdfast.yml)'),
    )
    .addOption(new Option('--env-file <file>', 'variables, beside the .env next to the configuration'))
    .addOption(new Option('--identity <file>', 'age identity that opens backups'))
    .addOption(
      new Option(
        '--destination <d>',
        'only this destination, or a URL or path without a configuration',
      ).argParser(collect),
    )
    .addOption(new Option('--json', 'print one JSON document'))
    .addOption(new Option('--events', 'print events as JSON lines').conflicts('json'))
    .addOption(new Option('--quiet', 'print errors only'))
    .addOption(new Option('--verbose', 'print every step, and causes of errors').conflicts('quiet'))
    .addOption(new Option('--no-progress', 'no progress bars'))
    .addOption(new Option('--yes', 'answer yes to what would be asked'))
}
