import type { CommandSpec } from '../command-spec.ts'
import { rekeyOptions, shredOptions } from '../typed-options.ts'
import { onBusy } from './shared.ts'

/** Who can open what is there. */
export const keyCommands: readonly CommandSpec[] = [
  {
    name: 'rekey',
    arguments: '[jobs...]',
    description: 'let the configured recipients and passphrase open every backup; data is not touched',
    options: [
      {
        flags: '--drop-old',
        description: 'then delete the wraps for anybody else, once the new identity has opened the new ones',
      },
      onBusy,
    ],
    load: async () => {
      const { rekey } = await import('../../../commands/rekey.ts')
      return (context, args, options) => rekey(context, args, rekeyOptions(options))
    },
  },
  {
    name: 'shred',
    arguments: '<id>',
    description: 'destroy the keys of one backup everywhere: nobody opens it again',
    options: [onBusy],
    load: async () => {
      const { shred } = await import('../../../commands/shred.ts')
      return (context, [id = ''], options) => shred(context, id, shredOptions(options))
    },
  },
]
