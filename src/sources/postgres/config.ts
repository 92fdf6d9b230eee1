import { z } from 'zod'
import { camelKeys } from '../../domain/camel-keys.ts'
import { durationField, namesField, serverFields, urlField } from '../source-fields.ts'

const client = z.union([
  z.literal('auto'),
  z.strictObject({
    image: z.string().min(1).meta({ description: 'Container image that holds the client.' }),
  }),
])

/** What a copy of a whole server would not heed. */
const ofDumps = [
  'databases',
  'schemas',
  'exclude-schemas',
  'tables',
  'exclude-tables',
  'exclude-table-data',
] as const

/** `type: postgres`: a PostgreSQL database, dumped or copied. */
export const postgresConfig = z
  .strictObject({
    type: z.literal('postgres').meta({ description: 'A PostgreSQL database or server.' }),
    url: urlField('postgres', 'postgresql').meta({
      description: 'postgres://user:password@host:port/database.',
    }),
    method: z
      .enum(['dump', 'physical'])
      .meta({ description: 'pg_dump of a database, or pg_basebackup of the whole server.' })
      .default('dump'),
    format: z
      .enum(['custom', 'plain', 'directory'])
      .meta({ description: 'Of a dump; directory needs spool.' })
      .default('custom'),
    globals: z.boolean().meta({ description: 'Whether roles and tablespaces are kept too.' }).default(true),
    databases: namesField
      .meta({ description: "Databases to dump, * for all; absent: the URL's." })
      .optional(),
    schemas: namesField.meta({ description: 'Only these schemas.' }).optional(),
    'exclude-schemas': namesField.meta({ description: 'All but these schemas.' }).optional(),
    tables: namesField.meta({ description: 'Only these tables.' }).optional(),
    'exclude-tables': namesField.meta({ description: 'All but these tables.' }).optional(),
    'exclude-table-data': namesField
      .meta({ description: 'Tables that are kept without their rows.' })
      .optional(),
    client: client.meta({ description: 'Where pg_dump comes from: auto, or {image}.' }).default('auto'),
    jobs: z.int().min(1).meta({ description: 'Parallel workers of a directory dump.' }).optional(),
    fingerprint: z
      .enum(['full', 'sample', 'counts', 'none'])
      .meta({ description: 'How thoroughly rows are hashed for drills to compare with.' })
      .default('full'),
    budget: durationField
      .meta({ description: 'Time for the fingerprint, before it falls back to sample and to counts: 5m.' })
      .default(300_000),
    'lock-wait-timeout': durationField
      .meta({ description: 'How long a dump waits for its table locks: 30s.' })
      .optional(),
    'max-stall': durationField
      .meta({ description: 'How long the destinations may hold up the dump before it is given up: 15m.' })
      .default(900_000),
    ...serverFields,
  })
  .superRefine((config, context) => {
    if (config.method !== 'physical') return
    for (const key of ofDumps) {
      if (config[key] === undefined) continue
      const message = 'belongs to dumps; method: physical copies the whole server'
      context.addIssue({ code: 'custom', path: [key], message })
    }
  })
  .transform(camelKeys)
