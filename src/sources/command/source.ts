import { basename, resolve } from 'node:path'
import type { Finding } from '../../domain/finding.ts'
import type { Source, SourceContext } from '../../domain/source.ts'
import { findTool, installHint } from '../../process/tools.ts'
import { salvageStreams } from '../salvage-streams.ts'
import { captureCommand } from './capture.ts'
import { drillCommand } from './drill.ts'
import { restoreCommand } from './restore.ts'
import type { CommandSettings } from './settings.ts'

export type { CommandSettings } from './settings.ts'

async function look(argv: readonly string[], context: SourceContext): Promise<Finding> {
  const command = argv[0] ?? ''
  const name = basename(command)
  const found = await findTool(command.includes('/') ? resolve(command) : command, context.environment)
  return found !== undefined
    ? { severity: 'ok', code: 'tool-found', message: `${name} is there` }
    : {
        severity: 'error',
        code: 'tool-missing',
        message: `${name} is not installed`,
        hint: installHint(name),
      }
}

/** Whatever a command writes: always a full backup. */
export function createCommandSource(settings: CommandSettings): Source {
  return {
    type: 'command',
    incremental: false,
    preflight: (context) =>
      Promise.all(
        [settings.run, settings.restore, settings.drill?.run]
          .filter((argv) => argv !== undefined)
          .map((argv) => look(argv, context)),
      ),
    capture: async (context) => captureCommand(settings, context),
    restore: (context, chain, options) => restoreCommand(settings, context, chain, options),
    salvage: salvageStreams,
    drill: (context, chain, { scratch }) => drillCommand(settings, context, chain, scratch),
  }
}
