import type { Chain, ChainLink, SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { ToolCall } from '../../process/spawn.ts'

/** What a command source is made of; parsed and checked. */
export interface CommandSettings {
  /** Argv whose standard output is the backup. */
  readonly run: readonly string[]
  readonly mediaType?: string
  /** Argv that takes the stream on its standard input. */
  readonly restore?: readonly string[]
  /** Argv that tries the stream, taken on its standard input: exit 0 passes. */
  readonly drill?: { readonly run: readonly string[] }
}

/** The name of the one stream. */
export const streamName = 'stream'

/** How an argv of the settings is run. */
export function callOf(
  argv: readonly string[],
  context: SourceContext,
): Pick<ToolCall, 'command' | 'args' | 'environment' | 'signal'> {
  const [command, ...args] = argv
  if (command === undefined) throw new HoldfastError('usage', 'the command of the source is empty')
  return { command, args, environment: context.environment, signal: context.signal }
}

/** The one link of a command's chain: it has no increments. */
export function onlyLink(chain: Chain): ChainLink {
  const [link] = chain
  if (link === undefined || chain.length > 1) {
    throw new HoldfastError('chain-broken', 'a command has no incremental backups', {
      hint: 'Restore a backup of level 0.',
    })
  }
  return link
}
