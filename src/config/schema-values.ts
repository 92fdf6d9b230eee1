import { z } from 'zod'
import { parseDuration } from '../domain/duration.ts'
import { Secret } from '../domain/secret.ts'
import { parseSize } from '../domain/size.ts'
import { nearest } from './nearest.ts'
import { invalidTemplate } from './template.ts'

/** A custom problem with a hint; `show`: the message begins after the value. */
function complain(context: z.RefinementCtx, message: string, hint: string, show = false): void {
  context.addIssue({ code: 'custom', message, params: { hint, show } })
}

/** The message where another kind of value stands. */
export function instead(message: string) {
  return {
    error: ({ input }: { input?: unknown }) => (input === undefined || input === null ? undefined : message),
  }
}

/** `24h`, `30d`, `12w`; milliseconds. */
export const duration = z
  .string(instead('a duration needs its unit, as in 24h'))
  .superRefine((text, context) => {
    if (parseDuration(text) !== undefined) return
    complain(context, 'not a duration', 'Write a whole number and a unit: 90s, 30m, 24h, 7d or 12w.', true)
  })
  .transform((text) => parseDuration(text) ?? 0)

/** A duration that is not nothing. */
export const positiveDuration = duration.refine((ms) => ms > 0, 'must be longer than nothing')

/** `32MiB`, `4KB` or a number of bytes; bytes. */
export const size = z
  .union([z.string(), z.number()])
  .superRefine((value, context) => {
    if (parseSize(String(value)) !== undefined) return
    complain(context, 'not a size', 'Write a number and a unit: 4KiB, 32MiB, 1GB, or plain bytes.', true)
  })
  .transform((value) => parseSize(String(value)) ?? 0)

/** `10%`; a fraction. */
export const percentage = z
  .string(instead('a percentage is needed, such as 10%'))
  .regex(/^\d+(?:\.\d+)? ?%$/, 'not a percentage such as 10%')
  .transform((text) => Number.parseFloat(text) / 100)

/** A job's name, as it stands in keys of the repository. */
export const jobName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,99}$/,
    'not a job name: lower-case letters, digits, dot, hyphen and underscore, 100 at most, no symbol first',
  )

/** A name of a destination, notifier or target. */
export const entryName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    'not a name: letters, digits, dot, hyphen and underscore, 100 at most, no symbol first',
  )

/** A tag of a backup. */
export const tagName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'not a tag: letters, digits, dot, hyphen and underscore')

/** Text that must never be shown. */
export const secret = z
  .string()
  .min(1)
  .transform((text) => new Secret(text))

/** A command and its arguments; no shell is involved. */
export const argv = z.array(z.string()).min(1)

export const text = z.string().min(1)

/** An object's name with `{words}`. */
export const template = z.string().superRefine((value, context) => {
  const wrong = invalidTemplate(value)
  if (wrong) complain(context, wrong.message, wrong.hint)
})

/** A time zone of the IANA database. */
export const timezone = z.string().superRefine((zone, context) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    const near = nearest(zone, Intl.supportedValuesOf('timeZone'))
    const message = near === undefined ? 'unknown time zone' : `unknown time zone; did you mean ${near}?`
    complain(context, message, 'Write a name of the IANA database, such as Europe/Berlin or UTC.')
  }
})
