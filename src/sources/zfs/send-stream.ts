import type { Readable } from 'node:stream'
import type { SourceStream } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type RunningTool, spawnTool } from '../../process/spawn.ts'
import { notEmpty } from '../not-empty.ts'
import { callZfs, type ZfsContext, zfsEnvironment } from './call.ts'
import { estimateArgs, parseEstimate, type SendFlags, sendArgs } from './flags.ts'
import { streamMediaType } from './settings.ts'
import { checked, type StreamCheck } from './stream-check.ts'

/** One dataset's part of a backup. */
export interface Sending {
  readonly dataset: string
  /** Full name of the snapshot. */
  readonly snapshot: string
  /** Full name of what it builds on. */
  readonly from?: string
  readonly flags: SendFlags
}

/** A stream of a capture, and what became of it. */
export interface SendStream {
  readonly stream: SourceStream
  ended(): boolean
  /** What `zfs send` said. */
  said(): string
  stop(): Promise<void>
}

/** `zfs send` may exit well and have written nothing. */
function wroteNothing(dataset: string): HoldfastError {
  return new HoldfastError('source-truncated', `zfs send of ${dataset} succeeded but wrote nothing`, {
    hint: 'Run the backup again; when it comes back, run `zfs send` by hand and read what it says.',
    context: { dataset },
  })
}

/** The stream of one dataset. Errors: `tool-failed`. */
export async function sendStream(
  context: ZfsContext,
  { dataset, snapshot, from, flags }: Sending,
  makeCheck: () => Promise<StreamCheck | undefined>,
): Promise<SendStream> {
  const estimate = parseEstimate(await callZfs(context, ...estimateArgs(flags, snapshot, from)))
  const observer = notEmpty(() => wroteNothing(dataset))
  let running: RunningTool | undefined
  const open = (): Readable => {
    running = spawnTool({
      command: 'zfs',
      args: sendArgs(flags, snapshot, from),
      environment: zfsEnvironment(context),
      signal: context.signal,
    })
    return checked(running.stdout, makeCheck)
  }
  return {
    stream: {
      name: dataset,
      mediaType: streamMediaType,
      ...(estimate !== undefined && { estimate }),
      observer,
      open,
    },
    ended: observer.ended,
    said: () => running?.stderr.text() ?? '',
    stop: async () => running?.stop(),
  }
}
