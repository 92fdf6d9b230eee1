import { z } from 'zod'
import { camelKeys } from '../../domain/camel-keys.ts'
import { pathField } from '../source-fields.ts'

/** `type: directory`: a tree of files, archived by GNU tar. */
export const directoryConfig = z
  .strictObject({
    type: z.literal('directory').meta({ description: 'A tree of files.' }),
    path: pathField.meta({
      description: 'The directory; relative ones start where the configuration file is.',
    }),
    exclude: z
      .array(z.string().min(1))
      .meta({ description: 'Patterns of what is left out, as in tar\'s --exclude: "*.tmp".' })
      .default([]),
    'one-file-system': z
      .boolean()
      .meta({ description: 'Whether mount points below the directory are left out.' })
      .default(false),
    'on-unreadable': z
      .enum(['partial', 'warn', 'fail'])
      .meta({
        description:
          'What unreadable files do: partial keeps the backup and exits 3, warn only warns, fail ends the run.',
      })
      .default('partial'),
    format: z.enum(['tar', 'zip']).meta({ description: 'Kind of archive.' }).default('tar'),
  })
  .transform(camelKeys)
