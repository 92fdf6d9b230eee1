import { z } from 'zod'
import type { CamelKeys } from '../../domain/camel-keys.ts'
import { destinationFields, durationField, prefixField, secretField } from '../destination-fields.ts'

const objectLock = z.strictObject({
  mode: z
    .enum(['governance', 'compliance'])
    .meta({ description: 'Governance may be lifted by those with the right to; compliance by nobody.' }),
  for: durationField.meta({ description: 'How long what a backup writes cannot be deleted: 30d.' }),
})

/** `type: s3`: Amazon S3 and whatever speaks its protocol. */
export const s3Config = z
  .strictObject({
    type: z.literal('s3').meta({ description: 'Amazon S3, or any store that speaks its protocol.' }),
    bucket: z.string().min(1).meta({ description: 'Name of the bucket, which must exist.' }),
    prefix: prefixField.optional(),
    region: z.string().min(1).meta({ description: 'Region of the bucket: eu-central-1.' }).optional(),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .meta({ description: 'Address of the store; absent: Amazon.' })
      .optional(),
    'path-style': z
      .boolean()
      .meta({ description: 'Whether the bucket stands in the path instead of the host name.' })
      .optional(),
    'access-key-id': z
      .string()
      .min(1)
      .meta({ description: "Absent: AWS's default chain, or role-arn." })
      .optional(),
    'secret-access-key': secretField.meta({ description: 'Goes with access-key-id.' }).optional(),
    'role-arn': z
      .string()
      .regex(/^arn:[^:]+:iam::\d{12}:role\/.+$/, 'write it as arn:aws:iam::123456789012:role/name')
      .meta({ description: "Role to assume with GitHub's OIDC token." })
      .optional(),
    'storage-class': z.string().min(1).meta({ description: 'Of data/ only: STANDARD_IA.' }).optional(),
    'server-side-encryption': z
      .enum(['AES256', 'aws:kms', 'aws:kms:dsse'])
      .meta({ description: 'Encryption that the store adds to ours.' })
      .optional(),
    'kms-key-id': z.string().min(1).meta({ description: 'Key for aws:kms.' }).optional(),
    'object-lock': objectLock.meta({ description: 'Retention that the store itself enforces.' }).optional(),
    ...destinationFields,
  })
  .superRefine((config, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const hasId = config['access-key-id'] !== undefined
    if (hasId && !config['secret-access-key']) complain('secret-access-key', 'needed beside access-key-id')
    if (!hasId && config['secret-access-key']) complain('access-key-id', 'needed beside secret-access-key')
    if (config['kms-key-id'] !== undefined && !config['server-side-encryption']?.startsWith('aws:kms')) {
      complain('kms-key-id', 'needs server-side-encryption: aws:kms')
    }
  })

export type S3Config = z.output<typeof s3Config>

/** What the store is made of. */
export type S3Settings = CamelKeys<S3Config>
