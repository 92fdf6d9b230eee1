import type { StorageClass } from '@aws-sdk/client-s3'
import type { PutOptions } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { PutFields } from './sdk.ts'
import type { Session } from './session.ts'

type Wishes = { [Key in 'when' | 'retainUntil' | 'lock' | 'tier']?: PutOptions[Key] | undefined }

/** Leases are changed all the time, and a hold must end when it is released. */
const changing = /^(leases|holds)\//

function unsupported(session: Session, what: string, hint: string): HoldfastError {
  return new HoldfastError('store-unsupported', `the destination ${session.name} does not support ${what}`, {
    hint,
    context: { destination: session.name },
  })
}

/** Refuses what this bucket was not found, or not configured, to do. Errors: `store-unsupported`. */
export function refuseUnsupported(session: Session, { when, retainUntil, tier }: Wishes): void {
  const { abilities, settings, sdk } = session
  if (
    when &&
    (('absent' in when && !abilities.createOnly) || ('etag' in when && abilities.ifMatch === 'none'))
  ) {
    throw unsupported(
      session,
      'conditional writes',
      'Use a store that has them; `holdfast doctor` shows what this one can do.',
    )
  }
  if (retainUntil && !settings.objectLock) {
    throw unsupported(
      session,
      'object lock',
      'Set object-lock for this destination, on a bucket with Object Lock.',
    )
  }
  if (tier !== undefined && tier !== settings.storageClass && !(tier in sdk.StorageClass)) {
    throw unsupported(session, `the tier ${tier}`, 'Use a storage class that S3 knows, such as STANDARD_IA.')
  }
}

/** The later of what is asked for and what the configuration promises of everything that stays. */
function retention(
  { settings: { objectLock }, clock }: Session,
  key: string,
  asked: Date | undefined,
): PutFields {
  if (!objectLock || (asked === undefined && changing.test(key))) return {}
  const promised = clock.now().getTime() + objectLock.for
  const until = Math.max(asked?.getTime() ?? 0, changing.test(key) ? 0 : promised)
  return {
    ObjectLockMode: objectLock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
    // S3 counts whole seconds.
    ObjectLockRetainUntilDate: new Date(Math.ceil(until / 1000) * 1000),
  }
}

/** Tier, encryption at rest and retention of an object that is to be stored. */
export function storedFields(session: Session, key: string, { retainUntil, lock, tier }: Wishes): PutFields {
  const { storageClass, serverSideEncryption, kmsKeyId } = session.settings
  const wanted = tier ?? (key.startsWith('data/') ? storageClass : undefined)
  return {
    ...(wanted === undefined ? {} : { StorageClass: wanted as StorageClass }),
    ...(serverSideEncryption === undefined ? {} : { ServerSideEncryption: serverSideEncryption }),
    ...(kmsKeyId === undefined ? {} : { SSEKMSKeyId: kmsKeyId }),
    ...(lock === false ? {} : retention(session, key, retainUntil)),
  }
}
