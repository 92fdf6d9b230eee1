import { z } from 'zod'
import { camelKeys } from '../../domain/camel-keys.ts'
import { argvField } from '../source-fields.ts'

/** `type: command`: whatever a command writes to its standard output. */
export const commandConfig = z
  .strictObject({
    type: z.literal('command').meta({ description: 'What a command writes to its standard output.' }),
    run: argvField.meta({ description: 'Command and arguments; exit 0 or the backup fails.' }),
    'media-type': z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+$/, 'not a media type; write for example application/x-mongodump')
      .meta({ description: 'Media type of the stream.' })
      .default('application/octet-stream'),
    restore: argvField
      .meta({ description: 'Command that reads the stream from its standard input.' })
      .optional(),
    drill: z
      .strictObject({
        run: argvField.meta({
          description: 'Command that gets the stream on its standard input; exit 0 passes.',
        }),
      })
      .meta({ description: 'How a drill tries the stream; absent: its SHA-256 is compared.' })
      .optional(),
  })
  .transform(camelKeys)
