import type { CommandSpec } from '../command-spec.ts'
import { syncOptions } from '../typed-options.ts'
import { dryRun, onBusy } from './shared.ts'

/** Destinations that help each other. */
export const syncCommands: readonly CommandSpec[] = [
  {
    name: 'sync',
    arguments: '[jobs...]',
    description: 'copy what a destination lacks from the others, and heal what is damaged there',
    options: [
      { flags: '--from <destination>', description: 'read only this one (default: all others of the job)' },
      {
        flags: '--depth <depth>',
        description: 'how what is there is looked at: by name and size, or read and compared with its hash',
        choices: ['exists', 'checksum'],
      },
      dryRun,
      onBusy,
    ],
    load: async () => {
      const { sync } = await import('../../../commands/sync.ts')
      return (context, args, options) => sync(context, args, syncOptions(options))
    },
  },
]
