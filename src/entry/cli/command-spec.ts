import type { CommandContext } from '../../commands/context.ts'
import type { Outcome } from '../../commands/outcome.ts'
import type { Options } from './options.ts'

/** An option beyond the global ones. `parse` names a reader of options.ts. */
export interface OptionSpec {
  readonly flags: string
  readonly description: string
  readonly parse?: 'number' | 'duration' | 'instant' | 'sample' | 'list'
  readonly choices?: readonly string[]
}

export interface CommandSpec {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly arguments?: string
  readonly description: string
  readonly options: readonly OptionSpec[]
  /** Whether positional arguments may be sources (`backup ./dir`) where there is no configuration file. */
  readonly sources?: boolean
  /** Whether the argument may be a place, all of whose configuration it then is (`restore s3://bucket/prefix`). */
  readonly places?: boolean
  /** Runs without a configuration at all. */
  readonly bare?: boolean
  /** Loaded only when the command runs: starting must stay quick. */
  load(): Promise<(context: CommandContext, args: readonly string[], options: Options) => Promise<Outcome>>
}
