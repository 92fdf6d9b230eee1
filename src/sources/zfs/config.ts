import { z } from 'zod'
import { camelKeys } from '../../domain/camel-keys.ts'
import { datasetPattern } from './settings.ts'

/** The name of a dataset; never an option: the text becomes an argument of zfs. */
const datasetField = z.string().regex(datasetPattern, 'not a dataset; write pool/dataset, without @snapshot')

/** `type: zfs`: a ZFS dataset, sent by `zfs send`. */
export const zfsConfig = z
  .strictObject({
    type: z.literal('zfs').meta({ description: 'A ZFS dataset.' }),
    dataset: datasetField.meta({ description: 'pool/dataset.' }),
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
      .string()
      .regex(/^[\w.:*?-]+$/, 'holds a character that names of snapshots cannot have')
      .meta({
        description:
          'own: each backup takes its snapshot; else the name or pattern (* and ?) of snapshots that others take, the newest of which is sent.',
      })
      .default('own'),
    properties: z.boolean().meta({ description: "Whether the datasets' properties are sent." }).default(true),
    'keep-base': z
      .enum(['bookmark', 'snapshot'])
      .meta({ description: 'What stays in the pool as the base of the next increment.' })
      .default('bookmark'),
    'drill-parent': datasetField
      .meta({ description: 'Dataset below which drills receive; absent: a throwaway pool on a file.' })
      .optional(),
  })
  .transform(camelKeys)
