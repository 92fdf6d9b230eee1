import type { ErrorCode } from '../../errors/codes.ts'
import { type ErrorDetails, HoldfastError } from '../../errors/error.ts'
import { networkError } from '../network-errors.ts'
import { brokenOff } from './broken-off.ts'
import { identityError } from './identity-errors.ts'
import { type Answer, answerOf, bareError } from './rest-error.ts'

/** What was being done, for messages and hints. */
export interface Doing {
  readonly doing: 'read' | 'write' | 'delete' | 'list' | 'create'
  /** The key, or a name for what has none. */
  readonly what: string
  /** `account/container`. */
  readonly where: string
  readonly host: string
  /** The destination's name. */
  readonly store: string
  /** This host's time, to be compared with the service's. */
  readonly now: Date
}

/** The service refuses signatures that are older or younger than this. */
const tolerated = 14 * 60_000

const busy = new Set([408, 429, 500, 502, 503, 504])
const unauthenticated = new Set([
  'AuthenticationFailed',
  'AuthorizationFailure',
  'InvalidAuthenticationInfo',
  'NoAuthenticationInformation',
])
const leased = /^Lease/
const immutable = /^BlobImmutableDueTo/

const actions: Readonly<Record<Doing['doing'], string>> = {
  read: 'Microsoft.Storage/…/blobs/read (r of a SAS)',
  write: 'Microsoft.Storage/…/blobs/write or blobs/add/action (w or c of a SAS)',
  delete: 'Microsoft.Storage/…/blobs/delete (d of a SAS)',
  list: 'Microsoft.Storage/…/containers/read and blobs/read (l of a SAS)',
  create: 'Microsoft.Storage/…/containers/write',
}

type Mapped = readonly [code: ErrorCode, message: string, details?: Omit<ErrorDetails, 'cause' | 'context'>]

function forbidden({ code, date }: Answer, { doing, what, where, now }: Doing): Mapped {
  const off = date === undefined ? 0 : Math.abs(date.getTime() - now.getTime())
  if (off > tolerated) {
    return [
      'clock-skew',
      `this host's clock is ${Math.round(off / 60_000)} minutes off that of azure`,
      { hint: 'Set the clock of this host by NTP; signatures are refused beyond 15 minutes.' },
    ]
  }
  if (unauthenticated.has(code)) {
    return [
      'store-credentials',
      `azure refuses the credentials for ${where}`,
      {
        hint: 'Check connection-string, sas (expired?) or the application, and the network rules of the storage account.',
      },
    ]
  }
  const hint = `Grant the credentials of this run ${actions[doing]}, or use others.`
  return doing === 'write' || doing === 'delete' || doing === 'create'
    ? ['store-unwritable', `may not ${doing} ${what} in ${where}`, { hint }]
    : ['store-unreachable', `may not ${doing} ${what} in ${where}`, { hint }]
}

function missing({ code }: Answer, { what, where }: Doing): Mapped {
  if (code !== 'ContainerNotFound') return ['store-not-found', `there is no ${what} in ${where}`]
  const [, container = where] = where.split('/')
  return [
    'bucket-missing',
    `there is no container ${where}`,
    {
      hint: `Correct container, or make it: \`az storage container create --name ${container}\`; a first backup makes it where its credentials may.`,
    },
  ]
}

function conflict({ code }: Answer, { what, where }: Doing): Mapped | undefined {
  if (code === 'ContainerBeingDeleted') {
    return ['store-unreachable', `the container ${where} is still being deleted`, { retryable: true }]
  }
  if (code === 'BlobArchived' || code === 'BlobBeingRehydrated') {
    return [
      'object-archived',
      code === 'BlobArchived'
        ? `${what} is in the archive tier`
        : `${what} is still on its way out of the archive`,
      {
        hint: 'Ask for it with `holdfast restore --thaw`, and again when it is there: that takes up to 15 hours.',
      },
    ]
  }
  if (leased.test(code)) {
    return [
      'store-unwritable',
      `somebody holds a lease on ${what}`,
      { hint: `Find out who does, or break it: \`az storage blob lease break --blob-name ${what}\`.` },
    ]
  }
  if (immutable.test(code)) {
    return [
      'store-unwritable',
      `an immutability policy keeps ${what} as it is`,
      { hint: 'Wait until the policy of the container or the blob lets go.' },
    ]
  }
  if (['BlobAlreadyExists', 'ConditionNotMet', 'TargetConditionNotMet'].includes(code)) {
    return ['store-condition-failed', `${what} is not as the condition of the write wants it`]
  }
  return undefined
}

function mapped(answer: Answer, doing: Doing): Mapped {
  const { status, code } = answer
  const { what, where } = doing
  if (status === 403 || status === 401) return forbidden(answer, doing)
  if (status === 404) return missing(answer, doing)
  const known = status === 409 || status === 412 ? conflict(answer, doing) : undefined
  if (known) return known
  if (code === 'Md5Mismatch') {
    return ['store-checksum-mismatch', `${what} arrived with other bytes`, { retryable: true }]
  }
  if (status === 416) {
    return ['object-damaged', `${what} is shorter than recorded`, { hint: 'Use another destination.' }]
  }
  const reply = `${status}${code === '' ? '' : ` ${code}`}`
  if (busy.has(status)) {
    return [
      'store-unreachable',
      `azure answers ${reply} for ${where}`,
      { retryable: true, hint: 'Look at the status page of Azure and the limits of the storage account.' },
    ]
  }
  const unreadable = doing.doing === 'read' || doing.doing === 'list'
  return [
    unreadable ? 'store-unreachable' : 'store-unwritable',
    `azure answers ${reply} where ${doing.doing} of ${what} was asked for`,
  ]
}

/**
 * What a failed call means. Errors that are neither the service's nor the network's (a HoldfastError, an error of the
 * stream being stored) are returned as they are.
 *
 * Codes: https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes
 */
export function azureError(error: unknown, doing: Doing): unknown {
  if (error instanceof HoldfastError || !(error instanceof Error)) return error
  const answer = answerOf(error)
  if (answer === undefined) {
    const { host, store, what } = doing
    const bare = bareError(error)
    return (
      identityError(error, doing.where) ??
      networkError(bare, { host, store, doing: `${doing.doing} ${what}` }) ??
      brokenOff(bare, doing) ??
      error
    )
  }
  const [code, message, details] = mapped(answer, doing)
  const { status, code: azure, request } = answer
  return new HoldfastError(code, message, {
    ...details,
    context: { destination: doing.store, at: doing.where, key: doing.what, status, azure, request },
    cause: bareError(error),
  })
}
