import { z } from 'zod'
import { destinationFields } from '../destination-fields.ts'

/** `type: rclone`: any of rclone's remotes, through the rclone of this machine and its own configuration. */
export const rcloneConfig = z.strictObject({
  type: z.literal('rclone').meta({ description: 'Any remote that the rclone of this machine knows.' }),
  remote: z
    .string()
    // Never an option: the text becomes an argument of rclone.
    .regex(/^[^-:\s][^:]*:.*$/, "write rclone's remote and a path: b2:bucket/path")
    .meta({ description: 'Remote and path: b2:bucket/path.' }),
  ...destinationFields,
})
