import { z } from 'zod'
import { parseDuration } from '../domain/duration.ts'
import { Secret } from '../domain/secret.ts'
import { parseSize } from '../domain/size.ts'

/** A size such as `32MiB` or a number of bytes; parsed to bytes. */
const sizeField = z.union([z.string(), z.number()]).transform((value, context) => {
  const bytes = parseSize(String(value))
  if (bytes !== undefined) return bytes
  context.issues.push({ code: 'custom', input: value, message: 'not a size; write 32MiB, 4KB or 1000' })
  return z.NEVER
})

/** A duration such as `30d`; parsed to milliseconds. */
export const durationField = z.string().transform((value, context) => {
  const milliseconds = parseDuration(value)
  if (milliseconds !== undefined) return milliseconds
  context.issues.push({ code: 'custom', input: value, message: 'not a duration; write 30d, 12w or 24h' })
  return z.NEVER
})

/** Text that must never be shown. */
export const secretField = z
  .string()
  .min(1)
  .transform((text) => new Secret(text))

/** The keys that every kind of destination has. */
export const destinationFields = {
  'lease-destination': z
    .string()
    .min(1)
    .meta({
      description: 'Name of the destination that keeps the leases, for buckets with default retention.',
    })
    .optional(),
  bandwidth: sizeField
    .refine((bytes) => bytes > 0, 'bandwidth must be more than 0; leave it out for no limit')
    .meta({ description: 'Most bytes a second, up and down together: 50MiB.' })
    .optional(),
}

/** A path inside a bucket or container: no slash at either end. */
export const prefixField = z
  .string()
  .regex(/^[^/\s]+(?:\/[^/\s]+)*$/, 'write it without a slash at the beginning or the end: prod/backups')
  .meta({ description: 'Path within the bucket or container under which everything is kept.' })
