import { basename } from 'node:path'
import type { Capture, CaptureContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type RunningTool, spawnTool } from '../../process/spawn.ts'
import { notEmpty } from '../not-empty.ts'
import { type CommandSettings, callOf, streamName } from './settings.ts'

function wroteNothing(command: string): HoldfastError {
  return new HoldfastError('backup-too-small', `${command} succeeded but wrote nothing`, {
    hint: 'Let the command of `run:` write the data to its standard output.',
    context: { command },
  })
}

/** Begins a backup of what a command writes; exit 0 is demanded, and an empty output is `backup-too-small`. */
export function captureCommand(settings: CommandSettings, context: CaptureContext): Capture {
  const call = callOf(settings.run, context)
  const name = basename(call.command)
  const observer = notEmpty(() => wroteNothing(name))
  let running: RunningTool | undefined
  return {
    level: 0,
    description: { type: 'command', command: name },
    streams: [
      {
        name: streamName,
        mediaType: settings.mediaType ?? 'application/octet-stream',
        observer,
        open() {
          running = spawnTool(call)
          return running.stdout
        },
      },
    ],
    async finish() {
      if (running === undefined || !observer.ended())
        throw new HoldfastError('internal', 'the stream of the command was never read to its end')
      const toolOutput = running.stderr.text()
      return { evidence: 'stream', unread: [], ...(toolOutput === '' ? {} : { toolOutput }) }
    },
    abort: async () => running?.stop(),
  }
}
