import { z } from 'zod'
import { parseDuration } from '../domain/duration.ts'
import { Secret } from '../domain/secret.ts'

/** A duration such as `30s`; parsed to milliseconds. */
export const durationField = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, 'not a duration; write 30s, 5m or 24h')
  .transform((text) => parseDuration(text) ?? 0)

/** Text that must never be shown. */
export const secretField = z
  .string()
  .min(1)
  .transform((text) => new Secret(text))

/** A database URL of one of the schemes; the whole of it is secret, since it may hold a password. */
export function urlField(...schemes: string[]) {
  const pattern = new RegExp(`^(?:${schemes.join('|')})://`)
  return z
    .string()
    .regex(pattern, `not a database URL; it begins with ${schemes[0]}://`)
    .transform((text) => new Secret(text))
}

/** A path of this machine. */
export const pathField = z
  .string()
  .min(1)
  .refine((path) => !path.includes('\0'), 'a path cannot hold a NUL')

/** A command and its arguments; no shell is involved. */
export const argvField = z.array(z.string()).min(1)

/** Names of databases, schemas, tables. */
export const namesField = z.array(z.string().min(1)).min(1)

const stopStart = z.strictObject({
  stop: argvField.meta({ description: 'Command that stops the server.' }),
  start: argvField.meta({ description: 'Command that starts the server.' }),
})

/** How a restore into the data directory stops and starts the server; one of them, or none when it is down anyway. */
export const serverFields = {
  container: z
    .string()
    .min(1)
    .meta({ description: 'Name of the container that the server runs in.' })
    .optional(),
  service: z.string().min(1).meta({ description: 'Name of the systemd unit of the server.' }).optional(),
  server: stopStart.meta({ description: 'Commands that stop and start the server.' }).optional(),
}
