import { z } from 'zod'
import { destinationFields } from '../destination-fields.ts'

/**
 * rclone's own rule for names, so that the text is never an option, and never a connection string (`b2,key=…:bucket`):
 * it becomes an argument, which everybody on the host can read.
 */
const remoteWithPath = /^[\p{L}\p{N}_.+@][\p{L}\p{N}_.+@ -]*:[^\0]*$/u

/** `type: rclone`: any of rclone's remotes, through the rclone of this machine and its own configuration. */
export const rcloneConfig = z.strictObject({
  type: z.literal('rclone').meta({ description: 'Any remote that the rclone of this machine knows.' }),
  remote: z
    .string()
    .regex(
      remoteWithPath,
      "write rclone's remote and a path, b2:bucket/path; options belong to rclone's own configuration",
    )
    .meta({ description: 'Remote and path: b2:bucket/path.' }),
  ...destinationFields,
})

export type RcloneConfig = z.output<typeof rcloneConfig>
