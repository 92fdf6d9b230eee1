import { z } from 'zod'
import { destinationFields } from '../destination-fields.ts'

const defaultMode = 0o600

/** YAML 1.2 reads `0600` as the number 600, so the digits count, whatever they came as. */
const modeField = z.union([z.string(), z.number()]).transform((value, context) => {
  const digits = /^(?:0o?)?(6[046][046])$/.exec(String(value))?.[1]
  if (digits !== undefined) return Number.parseInt(digits, 8)
  context.issues.push({
    code: 'custom',
    input: value,
    message: 'not a file mode; write 0600, 0640 or 0660: read and write for the owner, no execution',
  })
  return z.NEVER
})

/** `type: filesystem`: a directory of this machine, or one that is mounted. */
export const filesystemConfig = z.strictObject({
  type: z.literal('filesystem').meta({ description: 'A directory of this machine, or one that is mounted.' }),
  path: z
    .string()
    .min(1)
    .refine((path) => !path.includes('\0'), 'a path cannot hold a NUL')
    .meta({ description: 'The directory; made when it is not there.' }),
  mode: modeField
    .meta({ description: 'Mode of the files, octal; directories may be searched by those who may read.' })
    .default(defaultMode),
  ...destinationFields,
})

export type FilesystemConfig = z.output<typeof filesystemConfig>
