import type { CommandSpec } from '../command-spec.ts'
import { cleanupOptions } from '../typed-options.ts'
import { dryRun, onBusy } from './shared.ts'

/** Letting go. */
export const cleanupCommands: readonly CommandSpec[] = [
  {
    name: 'cleanup',
    aliases: ['prune'],
    arguments: '[jobs...]',
    description: 'delete what retention lets go, and garbage; every line with its reason',
    options: [
      dryRun,
      { flags: '--stats', description: 'sizes before and after' },
      {
        flags: '--exclusive',
        description: 'nobody else uses the store: needed where it has no conditional writes',
      },
      { flags: '--force', description: 'go on after a failed drill' },
      onBusy,
    ],
    load: async () => {
      const { cleanup } = await import('../../../commands/cleanup.ts')
      return (context, args, options) => cleanup(context, args, cleanupOptions(options))
    },
  },
]
