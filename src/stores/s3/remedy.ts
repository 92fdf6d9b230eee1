import type { Operation, Remedy, Right, RightChange } from '../../domain/right.ts'
import type { S3Settings } from './config.ts'

const actions: Readonly<Record<Operation, readonly string[]>> = {
  list: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketVersioning'],
  read: ['s3:GetObject', 's3:GetObjectVersion'],
  create: ['s3:PutObject', 's3:AbortMultipartUpload'],
  replace: ['s3:PutObject'],
  retain: ['s3:PutObjectRetention'],
  delete: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
}

type Place = Pick<S3Settings, 'bucket' | 'prefix' | 'endpoint'>

function resourcesOf({ bucket, prefix }: Place, { operation, places }: Right): string[] {
  const arn = `arn:aws:s3:::${bucket}`
  if (operation === 'list') return [arn]
  const root = prefix === undefined ? arn : `${arn}/${prefix}`
  return places.map((place) => `${root}/${place}${place === '' || place.endsWith('/') ? '*' : ''}`)
}

function inLines(effect: string, action: readonly string[], resources: readonly string[]): string[] {
  const last = resources.length - 1
  return [
    '{',
    `  "Effect": "${effect}",`,
    `  "Action": ${JSON.stringify(action).replaceAll(',', ', ')},`,
    '  "Resource": [',
    ...resources.map((resource, index) => `    ${JSON.stringify(resource)}${index < last ? ',' : ''}`),
    '  ]',
    '}',
  ]
}

/** S3 has no right to create that is not one to write over what is there; versions make that harmless. */
function versions({ bucket, endpoint }: Place): Remedy {
  const at = endpoint === undefined ? '' : ` --endpoint-url ${endpoint}`
  return {
    hint: 'Give the bucket versions: then the oldest of each object counts. On Amazon a bucket policy can refuse such writes too (docs/roles.md).',
    command: `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled${at}`,
  }
}

/** The statement of a policy that gives or takes a right at a bucket. */
export function remedy(settings: Place, { effect, right }: RightChange): Remedy {
  if (effect === 'deny' && right.operation === 'replace') return versions(settings)
  const [verb, hint] =
    effect === 'allow'
      ? ['Allow', 'Add this statement to the policy of these credentials.']
      : ['Deny', 'Take it out of the policy of these credentials, or add this statement.']
  return { hint, lines: inLines(verb, actions[right.operation], resourcesOf(settings, right)) }
}
