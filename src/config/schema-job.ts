import { z } from 'zod'
import { guards } from './schema-guards.ts'
import { jobRetention, retention } from './schema-retention.ts'
import { argv, duration, entryName, positiveDuration, tagName, template, text } from './schema-values.ts'
import { verify } from './schema-verify.ts'

const compressionFields = z.union([
  z.enum(['zstd', 'gzip', 'none']).transform((type) => ({ type, level: undefined })),
  z.strictObject({
    type: z.literal('zstd').meta({ description: 'Fast and small.' }),
    level: z.int().min(1).max(19).meta({ description: '1 to 19.' }).optional(),
  }),
  z.strictObject({
    type: z.literal('gzip').meta({ description: 'What every machine can read.' }),
    level: z.int().min(1).max(9).meta({ description: '1 to 9.' }).optional(),
  }),
  z.strictObject({ type: z.literal('none').meta({ description: 'As it comes.' }) }),
])

const to = z.union([
  entryName,
  z.strictObject({
    name: entryName.meta({ description: 'Name of a destination.' }),
    retention: retention
      .meta({ description: 'What is kept there; its keep- rules replace those of the job.' })
      .optional(),
  }),
])

const slot = z.enum(['yearly', 'monthly', 'weekly', 'daily', 'hourly', 'otherwise'])
const order = slot.options

const levels = z
  .record(z.string().regex(/^[0-9]$/, 'not a level: 0 to 9'), slot)
  .superRefine((slots, context) => {
    const given = Object.keys(slots).map(Number)
    const complain = (message: string, hint: string) =>
      context.addIssue({ code: 'custom', message, params: { hint } })
    if (given.some((level, position) => level !== position) || given.length === 0) {
      return complain(
        'levels begin with 0 and leave none out',
        'Write for example {0: monthly, 1: weekly, 2: daily}.',
      )
    }
    const ranks = given.map((level) => order.indexOf(slots[level] ?? 'otherwise'))
    if (ranks.some((rank, level) => level > 0 && rank <= (ranks[level - 1] ?? 0))) {
      complain(
        'each level needs a more frequent slot than the one before',
        'Write for example {0: monthly, 1: weekly, 2: daily}.',
      )
    }
  })

const hooks = z.strictObject({
  before: argv.meta({ description: 'Command before the backup; a failure stops it.' }).optional(),
  after: argv.meta({ description: 'Command after a backup that succeeded.' }).optional(),
  'on-failure': argv.meta({ description: 'Command after a backup that failed.' }).optional(),
})

const log = z.strictObject({
  file: text.meta({ description: 'The log file.' }),
  keep: z.int().min(1).meta({ description: 'How many old ones are kept.' }).default(5),
})

const adopt = z.strictObject({
  names: z
    .array(template.regex(/\{time:/, 'names without {time:…} are no series'))
    .min(1)
    .meta({ description: 'Names of single objects: {tier}/backup-{time:YYYY-MM-DD}.tar.gz.' })
    .optional(),
  zrb: entryName.meta({ description: 'The destination at which zrb left chains of the dataset.' }).optional(),
})

const oneOrMore = z.union([text.transform((one) => [one]), z.array(text).min(1)])

/** The keys of a job apart from its source; `defaults:` has the same. */
export const jobFields = {
  to: z.array(to).min(1).meta({ description: 'Names of destinations.' }),
  every: positiveDuration.meta({ description: 'How often it is due: 24h.' }),
  grace: duration.meta({ description: 'How late it may be before it is stale; absent: a quarter of every.' }),
  levels: levels.meta({ description: 'Levels and their calendar slots: {0: monthly, 1: weekly, 2: daily}.' }),
  tags: z.array(tagName).meta({ description: 'Tags of its backups.' }),
  compression: compressionFields.meta({ description: '{type: zstd, level: 3}, gzip or none.' }),
  package: z
    .enum(['volumes', 'single', '7z'])
    .meta({ description: 'Volumes, one single object, or a 7z archive.' }),
  'object-name': template.meta({
    description: 'Name of a single object: {basename}_{time:YYYYMMDDHHMMSS}.tgz.',
  }),
  adopt: adopt.meta({ description: 'What another tool left: by its names, or where zrb wrote to.' }),
  'checksum-file': z.boolean().meta({ description: 'Whether a .sha256 is written beside a single object.' }),
  retention: jobRetention.meta({ description: 'What cleanup keeps; absent: everything.' }),
  guards: guards.meta({ description: 'What is suspicious about a backup.' }),
  verify: verify.meta({ description: 'How its backups are proven.' }),
  hooks: hooks.meta({ description: 'Commands around a backup, as lists of arguments.' }),
  timeout: positiveDuration.meta({ description: 'Longest that a backup may take.' }),
  parallel: z.int().min(1).max(64).meta({ description: 'Workers; absent: as many as fit the machine.' }),
  hashes: z.array(z.enum(['sha256', 'blake3'])).meta({ description: 'Hashes of the plain stream.' }),
  'allow-unread': z.array(text).meta({
    description: 'Paths below the source that may be unreadable; a directory stands for all in it.',
  }),
  'on-missing-parent': z
    .enum(['skip', 'full'])
    .meta({ description: 'What a destination gets that lacks the parent of an increment.' }),
  log: log.meta({ description: 'A log file of the runs.' }),
  spool: text.meta({ description: 'Directory for what cannot stream.' }),
  'scratch-dir': text.meta({ description: 'Directory for drills and restores.' }),
  notify: z.array(entryName).meta({ description: 'Names of notifiers.' }),
  runner: oneOrMore.meta({ description: 'Labels of the GitHub runner, for plan.' }),
  environment: text.meta({ description: 'GitHub environment, for plan.' }),
}

export type JobFields = { readonly [Key in keyof typeof jobFields]: z.output<(typeof jobFields)[Key]> }
