import type { ErrorCode } from '../../errors/codes.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Answer } from './answers.ts'
import type { Asked } from './asked.ts'

type Meaning = readonly [code: ErrorCode, message: string, hint: string]

function meaning({ code, status, message, region }: Answer, asked: Asked): Meaning | undefined {
  const { bucket, host } = asked
  switch (code) {
    case 'InvalidAccessKeyId':
    case 'InvalidClientTokenId':
    // versitygw's, with the status of what is not there.
    case 'XAdminUserNotFound':
      return [
        'store-credentials',
        `${host} does not know the access key`,
        'Check access-key-id, or AWS_ACCESS_KEY_ID; a key that was rotated or deleted is no longer known.',
      ]
    case 'SignatureDoesNotMatch':
      return [
        'store-credentials',
        `${host} does not accept the secret access key`,
        'Check secret-access-key, or AWS_SECRET_ACCESS_KEY: it does not belong to the access key, or was cut when copied.',
      ]
    case 'ExpiredToken':
    case 'ExpiredTokenException':
    case 'TokenRefreshRequired':
    case 'InvalidToken':
      return [
        'store-credentials',
        'the session token has expired or is not valid',
        'Get new temporary credentials, or use role-arn, which renews them during a run.',
      ]
    case 'NoSuchBucket':
    case 'InvalidBucketName':
      return [
        'bucket-missing',
        `there is no bucket ${bucket} at ${host}`,
        'Check bucket and endpoint, or create the bucket; Holdfast does not create buckets.',
      ]
    case 'RequestTimeTooSkewed':
    case 'RequestExpired':
    case 'RequestNotYetValid':
      return [
        'clock-skew',
        `the clock of this host differs from that of ${host} by more than the store allows`,
        'Set the clock of this host by NTP (chronyc, timedatectl), then run again.',
      ]
    case 'PermanentRedirect':
    case 'TemporaryRedirect':
    case 'AuthorizationHeaderMalformed':
    case 'IllegalLocationConstraintException':
    case 'InvalidRegion':
      // A malformed header can have other reasons.
      if (code === 'AuthorizationHeaderMalformed' && region === undefined && !/region/i.test(message))
        return undefined
      return wrongRegion(asked, region ?? expected(message))
    default:
      return status === 301 || status === 307 ? wrongRegion(asked, region) : undefined
  }
}

function expected(message: string): string | undefined {
  return /expecting '?"?([a-z0-9-]+)/i.exec(message)?.[1]
}

function wrongRegion({ bucket, region, host }: Asked, right: string | undefined): Meaning {
  return [
    'region-wrong',
    right === undefined
      ? `bucket ${bucket} is not in the region ${region}, says ${host}`
      : `bucket ${bucket} is in the region ${right}, not in ${region}`,
    right === undefined ? 'Set region to that of the bucket.' : `Set region: ${right}, or AWS_REGION.`,
  ]
}

/** What is wrong with the account, the bucket or this host, whatever the request was; undefined for all else. */
export function accountError(answer: Answer, asked: Asked, cause: unknown): HoldfastError | undefined {
  const found = meaning(answer, asked)
  if (!found) return undefined
  const [code, message, hint] = found
  const context = { destination: asked.store, bucket: asked.bucket, host: asked.host, answer: answer.code }
  return new HoldfastError(code, message, { hint, context, cause })
}

/** The SDK found nobody to be, or what it found could not be used. */
export function isWithoutCredentials(error: unknown): error is Error {
  return error instanceof Error && /^(CredentialsProviderError|TokenProviderError)$/.test(error.name)
}

export function withoutCredentials(cause: Error, { store, host }: Asked): HoldfastError {
  return new HoldfastError('store-credentials', `there are no credentials for ${host}`, {
    hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or access-key-id and secret-access-key of the destination, role-arn in GitHub Actions, or AWS_PROFILE.',
    context: { destination: store, host, said: cause.message },
    cause,
  })
}
