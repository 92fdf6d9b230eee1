import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Finding } from '../../domain/finding.ts'
import type { Chain, RestoreOptions, RestoreResult, SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { writeStreamToFile } from '../../process/write-file.ts'
import { targetUnsupported } from '../target-unsupported.ts'
import { type CommandSettings, callOf, onlyLink, streamName } from './settings.ts'

const stoppedReading: Finding = {
  severity: 'warning',
  code: 'input-not-read',
  message: 'the restore command succeeded without reading the whole stream',
  hint: 'Check what it restored.',
}

/** Gives the stream to the restore command, to a file, to a directory (as a file named after the job) or to stdout. */
export async function restoreCommand(
  settings: CommandSettings,
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  if (options.include.length > 0) {
    throw new HoldfastError('usage', 'the output of a command has no paths to choose from', {
      hint: 'Leave out --include.',
    })
  }
  const link = onlyLink(chain)
  const stored = link.streams.find(({ name }) => name === streamName)
  const bytes = stored?.bytes ?? 0
  const { target, overwrite } = options
  switch (target.type) {
    case 'file':
    case 'directory': {
      const path = target.type === 'file' ? resolve(target.path) : join(resolve(target.path), context.job)
      await writeStreamToFile(link.open(streamName), path, { overwrite, signal: context.signal })
      return { bytes, warnings: [] }
    }
    case 'stdout':
      await pipeline(link.open(streamName), target.stream, { signal: context.signal, end: false })
      return { bytes, warnings: [] }
    case 'default': {
      if (settings.restore === undefined) {
        throw new HoldfastError('usage', 'the job has no restore command', {
          hint: 'Add `restore: [argv]` to its source, or name a file with --to.',
          context: { job: context.job },
        })
      }
      const call = callOf(settings.restore, context)
      const outcome = await runTool({ ...call, stdin: link.open(streamName) })
      return { bytes, warnings: outcome.inputComplete ? [] : [stoppedReading] }
    }
    default:
      throw targetUnsupported('the output of a command', target, ['file', 'directory', 'stdout'])
  }
}
