import { z } from 'zod'
import { camelKeys } from '../../domain/camel-keys.ts'

/** `type: zfs`: a ZFS dataset, sent by `zfs send`. */
export const zfsConfig = z
  .strictObject({
    type: z.literal('zfs').meta({ description: 'A ZFS dataset.' }),
    dataset: z
      .string()
      // Never an option: the text becomes an argument of zfs.
      .regex(/^[A-Za-z][\w.:-]*(?:\/[\w.: -]+)*$/, 'not a dataset; write pool/dataset, without @snapshot')
      .meta({ description: 'pool/dataset.' }),
    recursive: z
      .boolean()
      .meta({ description: 'Whether the datasets below are backed up too.' })
      .default(false),
    raw: z
      .union([z.literal('auto'), z.boolean()])
      .meta({
        description:
          'Whether encrypted datasets are sent as they are, without their key; auto: where they are.',
      })
      .default('auto'),
    'snapshot-name': z
      .string()
      .regex(/^[\w.:{}-]+$/, 'holds a character that snapshot names cannot have')
      .meta({ description: 'Template of the names of snapshots.' })
      .optional(),
    snapshots: z
      .enum(['own', 'all'])
      .meta({ description: 'Whether only the snapshots of backups are sent, or all between them too.' })
      .default('own'),
    properties: z.boolean().meta({ description: "Whether the datasets' properties are sent." }).default(true),
    'keep-base': z
      .enum(['bookmark', 'snapshot'])
      .meta({ description: 'What stays in the pool as the base of the next increment.' })
      .default('bookmark'),
  })
  .transform(camelKeys)
