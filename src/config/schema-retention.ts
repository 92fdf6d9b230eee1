import { z } from 'zod'
import { camelKeys } from '../domain/camel-keys.ts'
import { duration, tagName } from './schema-values.ts'

const count = z.int().min(0)
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const keepTags = z.record(tagName, z.union([z.literal('forever'), duration]))

const fields = {
  'keep-last': count.meta({ description: 'Keep the newest n; 0: gone once the others are acknowledged.' }),
  'keep-hourly': count.meta({ description: 'Keep the newest of each of the last n hours that have one.' }),
  'keep-daily': count.meta({ description: 'Keep the newest of each of the last n days that have one.' }),
  'keep-weekly': count.meta({ description: 'Keep the newest of each of the last n weeks that have one.' }),
  'keep-monthly': count.meta({ description: 'Keep the newest of each of the last n months that have one.' }),
  'keep-yearly': count.meta({ description: 'Keep the newest of each of the last n years that have one.' }),
  'keep-within': duration.meta({ description: 'Keep all within this time before the newest valid one: 7d.' }),
  'keep-tags': keepTags.meta({ description: 'Tags and how long what has them is kept: forever, or 90d.' }),
  'require-proofs': count.meta({
    description: 'Keep the newest n proven backups; while there are fewer, delete nothing.',
  }),
  minimum: z.int().min(1).meta({ description: 'Keep at least n backups that share no full one.' }),
  'week-day': z
    .enum(days)
    .transform((day) => days.indexOf(day))
    .meta({ description: 'Day that ends a week; absent: sunday.' }),
  'month-day': z.int().min(1).max(31).meta({ description: 'Day that ends a month; absent: its last.' }),
}

/** The `retention:` of a job or destination; only what is written, see {@link mergeRetention} for the rest. */
export const retention = z.strictObject(fields).partial().transform(camelKeys)

/** The `retention:` of a job: without any rule to keep something everything would go. */
export const jobRetention = z
  .strictObject(fields)
  .partial()
  .superRefine((rules, context) => {
    if (Object.keys(rules).some((key) => key.startsWith('keep-'))) return
    context.addIssue({
      code: 'custom',
      message: 'nothing would be kept: there is no keep- rule',
      params: { hint: 'Add for example keep-daily: 7, or remove retention to keep everything.' },
    })
  })
  .transform(camelKeys)

export type PartialRetention = z.output<typeof retention>
