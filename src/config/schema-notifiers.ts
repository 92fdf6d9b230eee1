import { z } from 'zod'
import { argv, secret, text } from './schema-values.ts'

const occasions = ['start', 'success', 'failure', 'recovery', 'stale', 'proof-failed', 'anomaly'] as const

const on = z
  .array(z.enum(occasions))
  .meta({ description: 'What it is told of; absent: all but start and success.' })
  .default(['failure', 'recovery', 'stale', 'proof-failed', 'anomaly'])

const slack = z.strictObject({
  type: z.literal('slack').meta({ description: 'A Slack channel.' }),
  url: secret.meta({ description: 'Incoming webhook.' }),
  on,
})

const webhook = z.strictObject({
  type: z.literal('webhook').meta({ description: 'A URL that gets the outcome as JSON.' }),
  url: secret.meta({ description: 'Where it is posted to.' }),
  on,
})

const email = z.strictObject({
  type: z.literal('email').meta({ description: 'E-mail.' }),
  to: z.array(text).min(1).meta({ description: 'Addresses.' }),
  from: text.meta({ description: 'Address of the sender.' }).optional(),
  smtp: secret.meta({ description: 'smtp://user:password@host:587, or smtps://.' }).optional(),
  sendmail: argv.meta({ description: 'Command that takes the mail on its standard input.' }).optional(),
  on,
})

const healthchecks = z.strictObject({
  type: z.literal('healthchecks').meta({ description: "Healthchecks, or another dead man's switch." }),
  url: secret.meta({ description: 'Ping URL; /start and /fail are appended.' }).optional(),
  'start-url': secret.meta({ description: 'URL to call when a backup starts.' }).optional(),
  'success-url': secret.meta({ description: 'URL to call when it succeeded.' }).optional(),
  'fail-url': secret.meta({ description: 'URL to call when it failed.' }).optional(),
})

const mezmo = z.strictObject({
  type: z.literal('mezmo').meta({ description: 'Log lines to Mezmo.' }),
  'ingestion-key': secret.meta({ description: 'Ingestion key.' }),
  hostname: text.meta({ description: 'Host name to show; absent: that of this machine.' }).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ description: 'Where lines are ingested; absent: that of mezmo.com.' })
    .optional(),
})

/** One of `notifiers:`. */
export const notifier = z.discriminatedUnion('type', [slack, webhook, email, healthchecks, mezmo])
