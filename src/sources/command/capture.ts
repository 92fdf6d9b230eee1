import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Capture, CaptureContext, StreamObserver } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type RunningTool, spawnTool } from '../../process/spawn.ts'
import { type CommandSettings, callOf, streamName } from './settings.ts'

/** What a drill compares the stream with. */
export interface StreamFingerprint {
  readonly bytes: number
  readonly sha256: string
}

function createFingerprint(command: string): StreamObserver & { result(): StreamFingerprint } {
  const hash = createHash('sha256')
  let bytes = 0
  let sha256 = ''
  return {
    write(chunk) {
      hash.update(chunk)
      bytes += chunk.length
    },
    end() {
      if (bytes === 0) {
        throw new HoldfastError('backup-too-small', `${command} succeeded but wrote nothing`, {
          hint: 'Let the command of `run:` write the data to its standard output.',
          context: { command },
        })
      }
      sha256 = hash.digest('hex')
    },
    result: () => ({ bytes, sha256 }),
  }
}

/** Begins a backup of what a command writes; exit 0 is demanded, and an empty output is `backup-too-small`. */
export function captureCommand(settings: CommandSettings, context: CaptureContext): Capture {
  const call = callOf(settings.run, context)
  const name = basename(call.command)
  const observer = createFingerprint(name)
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
      const fingerprint = observer.result()
      if (running === undefined || fingerprint.sha256 === '')
        throw new HoldfastError('internal', 'the stream of the command was never read to its end')
      const toolOutput = running.stderr.text()
      return { evidence: 'stream', unread: [], fingerprint, ...(toolOutput === '' ? {} : { toolOutput }) }
    },
    abort: async () => running?.stop(),
  }
}
