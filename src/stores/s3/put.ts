import type { PutCondition, PutOptions, StoredObject } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { fullKey } from './keys.ts'
import { checksumField, serverDate, withBodyHash } from './middleware.ts'
import { bareEtag, describe } from './object.ts'
import { refuseUnsupported, storedFields } from './put-fields.ts'
import type { PutFields } from './sdk.ts'
import { request, type Session } from './session.ts'

/** The condition as the store wants it; one that it does not honour has been refused before. */
function conditionFields({ abilities }: Session, when: PutCondition | undefined): PutFields {
  if (when === undefined) return {}
  if ('absent' in when) return { IfNoneMatch: '*' }
  const etag = bareEtag(when.etag)
  return { IfMatch: abilities.ifMatch === 'bare' ? etag : `"${etag}"` }
}

export function conditionFailed(key: string, cause?: unknown): HoldfastError {
  return new HoldfastError('store-condition-failed', `the condition on ${key} does not hold`, {
    context: { key },
    cause,
  })
}

/** Stores one object by one request. */
export async function putObject(
  session: Session,
  key: string,
  body: Uint8Array,
  { signal, sha256, when, retainUntil, lock, tier }: PutOptions,
): Promise<StoredObject> {
  refuseUnsupported(session, { when, retainUntil, tier })
  const { sdk, client, settings, abilities, clock } = session
  const fields = storedFields(session, key, { retainUntil, lock, tier })
  const command = withBodyHash(
    new sdk.PutObjectCommand({
      Bucket: settings.bucket,
      Key: fullKey(settings.prefix, key),
      Body: body,
      ContentLength: body.byteLength,
      ...fields,
      ...(abilities.checksumHeader || fields.ObjectLockMode ? checksumField(sha256) : {}),
      ...conditionFields(session, when),
    }),
    sha256,
  )
  const output = await request(
    session,
    's3:PutObject',
    key,
    (options) => client.send(command, options),
    signal,
  ).catch((error) => {
    // Of an object that is not there some stores say so, rather than that the condition does not hold.
    if (when === undefined || 'absent' in when || !hasCode(error, 'store-not-found')) throw error
    throw new HoldfastError('store-condition-failed', `the condition on ${key} does not hold`, {
      context: { key },
      cause: error,
    })
  })
  return describe(key, {
    bytes: body.byteLength,
    etag: output.ETag,
    modified: serverDate(output) ?? clock.now(),
    sha256,
    versionId: output.VersionId,
    retainUntil: fields.ObjectLockRetainUntilDate,
    tier: fields.StorageClass,
  })
}
