import { z } from 'zod'
import { percentage, size } from './schema-values.ts'

function guard<Limit extends z.ZodType>(limit: Limit, usual: 'warn' | 'fail') {
  const consequence = z
    .enum(['warn', 'fail'])
    .meta({ description: 'warn, or fail the backup.' })
    .default(usual)
  // biome-ignore lint/suspicious/noThenProperty: the key's name in the file, and a text, which nothing awaits
  return z.strictObject({ limit, then: consequence })
}

const minSize = guard(size.meta({ description: 'Stored bytes: 4KiB.' }), 'fail')
const sizeChange = guard(
  percentage.meta({ description: 'Against the last of the same level, format and tag: 10%.' }),
  'warn',
)

/** The `guards:` of a job. */
export const guards = z.strictObject({
  'min-size': minSize.meta({ description: 'Backups that are suspiciously small.' }).optional(),
  'size-change': sizeChange.meta({ description: 'Backups whose size jumps.' }).optional(),
})

/** What holds for database dumps without a `min-size` of their own. */
export const dumpMinSize = minSize.parse({ limit: '4KiB' })
