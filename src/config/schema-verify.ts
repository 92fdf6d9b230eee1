import { z } from 'zod'
import { argv, positiveDuration, secret, text } from './schema-values.ts'

const checkFields = {
  name: text.meta({ description: 'Name of the check in reports; absent: what it runs.' }).optional(),
  sql: text.meta({ description: 'A query that gives one value.' }).optional(),
  file: text.meta({ description: 'A path in the restored directory.' }).optional(),
  run: argv.meta({ description: 'A command that exits with 0; its output is the value.' }).optional(),
  min: z.number().meta({ description: 'Least value that passes; of a file its size in bytes.' }).optional(),
  max: z.number().meta({ description: 'Greatest value that passes.' }).optional(),
  equals: z
    .union([z.string(), z.number(), z.boolean()])
    .meta({ description: 'The value that passes.' })
    .optional(),
}

const check = z.strictObject(checkFields).superRefine((given, context) => {
  const kinds = [given.sql, given.file, given.run].filter((kind) => kind !== undefined)
  if (kinds.length === 1) return
  context.addIssue({
    code: 'custom',
    message: kinds.length === 0 ? 'a check needs sql, file or run' : 'a check has one of sql, file and run',
    params: { hint: 'Write each check as an entry of its own, such as {sql: "select 1", equals: 1}.' },
  })
})

const server = z.union([
  z.enum(['docker', 'local']),
  z.strictObject({
    image: text.meta({ description: 'Container image; {major} is the version that the backup needs.' }),
  }),
  z.strictObject({ url: secret.meta({ description: 'A server for throwaway databases.' }) }),
])

/** The `verify:` of a job. */
export const verify = z.strictObject({
  depth: z
    .enum(['exists', 'checksum', 'contents', 'restore'])
    .meta({ description: 'How thoroughly; restore is a drill.' })
    .default('restore'),
  every: positiveDuration
    .meta({ description: 'How often a backup of the job is to be verified: 7d.' })
    .optional(),
  budget: positiveDuration
    .meta({
      description:
        'Longest that a verification may take, and with --due a run before it begins with this job: 1h.',
    })
    .optional(),
  checks: z.array(check).meta({ description: 'What must hold of the restored copy.' }).default([]),
  server: server
    .meta({ description: 'Where a database is restored to: docker, local, {image} or {url}.' })
    .optional(),
})
