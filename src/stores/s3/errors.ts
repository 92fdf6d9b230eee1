import type { ErrorCode } from '../../errors/codes.ts'
import { HoldfastError } from '../../errors/error.ts'
import { networkError } from '../network-errors.ts'
import { accountError, isWithoutCredentials, withoutCredentials } from './account-errors.ts'
import { type Answer, answerOf, isPassing } from './answers.ts'
import type { Asked } from './asked.ts'

const writing = /^s3:(Put|Delete|Restore)/
const damaged = new Set([
  'XAmzContentSHA256Mismatch',
  'BadDigest',
  'InvalidDigest',
  'XAmzContentChecksumMismatch',
])
const full = new Set(['XMinioStorageFull', 'QuotaExceeded', 'InsufficientCapacity', 'StorageFull'])
const unknownFeature = new Set([
  'NotImplemented',
  'InvalidStorageClass',
  'EntityTooLarge',
  'ObjectLockConfigurationNotFoundError',
])
const locked = /object.?lock|worm|retention|locked/i

/** What Object Lock says differs from store to store; that a deletion was refused for it is what counts. */
function isLocked({ code, message, status }: Answer, { action }: Asked): boolean {
  return action.startsWith('s3:Delete') && status >= 400 && status < 500 && locked.test(`${code} ${message}`)
}

function denied(answer: Answer, asked: Asked): HoldfastError {
  const { action, bucket, key, store } = asked
  const { code, status } = answer
  const context = { destination: store, bucket, key, action, answer: code, status }
  if (isLocked(answer, asked)) {
    return new HoldfastError('held', `${key} is locked and cannot be deleted yet`, {
      hint: 'Wait until its retention ends; `holdfast cleanup` says when.',
      context,
    })
  }
  if (writing.test(action)) {
    const what = action.startsWith('s3:Delete') ? 'delete' : 'write'
    return new HoldfastError('store-unwritable', `the store does not let us ${what} ${key}`, {
      hint: `Grant ${action} on bucket ${bucket} to these credentials, or use credentials of the right role.`,
      context,
    })
  }
  return new HoldfastError('store-unreachable', `the store does not let us read ${key || 'the bucket'}`, {
    hint: `Grant ${action} on bucket ${bucket} to these credentials, or use credentials of the right role.`,
    context,
  })
}

type Meaning = readonly [code: ErrorCode, message: string, hint?: string]

function meaning({ code, status, message }: Answer, { key, action, bucket }: Asked): Meaning | undefined {
  if (code === 'PreconditionFailed' || status === 412) {
    return ['store-condition-failed', `the condition on ${key} does not hold`]
  }
  if (damaged.has(code)) return ['store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`]
  if (code === 'InvalidObjectState') {
    return [
      'object-archived',
      `${key} lies in an archive`,
      'Run the restore with --thaw: it asks the store for what it needs, and says when to come again.',
    ]
  }
  if (code === 'InvalidRange' || status === 416) {
    return ['object-damaged', `the object ${key} is shorter than the part asked for`]
  }
  if (full.has(code) || status === 507) {
    return [
      'disk-full',
      `no space left to write ${key}`,
      `Enlarge the store of bucket ${bucket}, or its quota.`,
    ]
  }
  if (unknownFeature.has(code) || status === 501 || (locked.test(message) && code === 'InvalidRequest')) {
    return [
      'store-unsupported',
      `the store does not support what ${action} of ${key} asks for: ${code}`,
      hintOf(code),
    ]
  }
  if (/^KMS/.test(code)) {
    return [
      'store-unwritable',
      `the store cannot use its KMS key: ${code}`,
      'Check kms-key-id, and the right to use that key.',
    ]
  }
  if (/^NoSuch(Key|Version|Upload)$|^NotFound$/.test(code)) {
    return ['store-not-found', `there is no object ${key}`]
  }
  return undefined
}

function hintOf(code: string): string {
  if (code === 'InvalidStorageClass') return 'Set storage-class to one that this store has, or remove it.'
  if (code === 'EntityTooLarge') return 'Use package: volumes, whose objects are small.'
  if (/lock|InvalidRequest/i.test(code)) return 'Enable Object Lock on the bucket, or remove object-lock.'
  return 'Remove the setting that asks for it from this destination, or use a store that has it.'
}

/**
 * What a failed request means. Errors that are no answer of a store and no trouble of the network (a HoldfastError, an
 * error of the stream being stored) are returned as they are.
 *
 * Codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function s3Error(error: unknown, asked: Asked): unknown {
  if (error instanceof HoldfastError) return error
  const { store, host, action, key, bucket } = asked
  const doing = writing.test(action) ? `write ${key}` : `read ${key || 'the bucket'}`
  const broken = networkError(error, { host, store, doing })
  if (broken) return broken
  if (isWithoutCredentials(error)) return withoutCredentials(error, asked)
  const answer = answerOf(error)
  if (!answer) return error
  const context = { destination: store, bucket, key, answer: answer.code, status: answer.status }
  const wrong = accountError(answer, asked, error)
  if (wrong) return wrong
  if (isLocked(answer, asked)) return denied(answer, asked)
  const found = meaning(answer, asked)
  if (found) {
    const [code, message, hint] = found
    return new HoldfastError(code, message, {
      ...(hint === undefined ? {} : { hint }),
      context,
      cause: error,
    })
  }
  if (answer.status === 403) return denied(answer, asked)
  return new HoldfastError('store-unreachable', `cannot ${doing}: the store answers ${answer.code}`, {
    hint: `Look at what ${host} says of it: ${answer.message || answer.code}.`,
    context,
    retryable: isPassing(answer),
    cause: error,
  })
}
