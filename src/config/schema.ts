import { z } from 'zod'
import { jobFields } from './schema-job.ts'
import { notifier } from './schema-notifiers.ts'
import { entryName, instead, jobName, secret, text, timezone } from './schema-values.ts'

/** The schemas that drivers own, by the `type` that each of them demands. */
export interface DriverSchemas {
  readonly sources: Readonly<Record<string, z.ZodType>>
  readonly destinations: Readonly<Record<string, z.ZodType>>
}

const recipient = z.string().superRefine((value, context) => {
  if (!/^AGE-SECRET-KEY-/i.test(value)) return
  context.addIssue({
    code: 'custom',
    message: 'this is a private key',
    params: { hint: 'Put its public half here (age1…), and make a new key: this one has been written down.' },
  })
})

export const encryptionFields = z.strictObject({
  recipients: z
    .array(recipient)
    .meta({ description: 'Public age keys that can read the backups: age1….' })
    .optional(),
  passphrase: secret.meta({ description: 'A passphrase that opens the backups too.' }).optional(),
  identity: secret.meta({ description: 'The private age key; only restores and drills use it.' }).optional(),
  'identity-file': text.meta({ description: 'A file that holds the identity.' }).optional(),
  'state-identity': secret
    .meta({ description: 'Opens only state/, for increments; absent: made in the state directory.' })
    .optional(),
})

const encryption = z.union([z.literal('none'), encryptionFields])

export const signing = z.strictObject({
  key: secret.meta({ description: 'The private signing key of this role.' }).optional(),
  trust: z
    .array(
      z
        .string()
        .regex(/^ed25519:[A-Za-z0-9+/]{43}=?$/, 'not a public signing key: ed25519: and 43 characters'),
    )
    .meta({ description: 'Public keys whose backups and proofs count.' })
    .optional(),
})

export const metrics = z.strictObject({
  textfile: text.meta({ description: "A file for node_exporter's textfile collector." }).optional(),
  pushgateway: secret.meta({ description: 'URL of a Prometheus push gateway.' }).optional(),
})

/** One of several drivers' schemas, by `type`. */
export function byType(schemas: Readonly<Record<string, z.ZodType>>): z.ZodType {
  const [first, ...rest] = Object.values(schemas)
  if (first === undefined) return z.never()
  // Each is an object with a literal `type`, behind a transformation perhaps: what the union asks for.
  type Option = z.core.$ZodTypeDiscriminable
  return z.discriminatedUnion('type', [first as unknown as Option, ...(rest as unknown as Option[])])
}

/** The schema of the whole of holdfast.yml, its variables filled in. */
export function configSchema(drivers: DriverSchemas) {
  const source = byType(drivers.sources).meta({ description: 'What is backed up.' })
  const job = z.strictObject({ source, ...jobFields }).partial()
  return z.strictObject({
    version: z
      .literal(1, instead('this Holdfast reads version 1 only'))
      .meta({ description: 'Version of this format: 1.' }),
    timezone: timezone.meta({ description: 'Of calendar rules; absent: UTC.' }).optional(),
    destinations: z
      .record(entryName, byType(drivers.destinations))
      .meta({ description: 'Where backups are kept, by name.' })
      .optional(),
    encryption: encryption.meta({ description: 'Who can read the backups; or none.' }).optional(),
    signing: signing.meta({ description: 'Who vouches for backups and proofs.' }).optional(),
    defaults: job.meta({ description: 'Keys for every job that does not have them itself.' }).optional(),
    jobs: z.record(jobName, job).meta({ description: 'What is backed up, by name.' }).optional(),
    notifiers: z.record(entryName, notifier).meta({ description: 'Who is told, by name.' }).optional(),
    targets: z
      .record(entryName, secret)
      .meta({ description: 'Database URLs for restore --to, by name.' })
      .optional(),
    metrics: metrics.meta({ description: 'Where numbers go.' }).optional(),
  })
}
