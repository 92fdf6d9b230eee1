import { createHash } from 'node:crypto'
import type { StoredObject } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { listObjects } from './list.ts'
import { serverDate } from './middleware.ts'
import { bareEtag, describe } from './object.ts'
import { conditionFailed } from './put.ts'
import { request, type Session } from './session.ts'
import { patiently, type Upload, type Uploaded } from './upload.ts'

/** The object as the listing shows it, which every role may read. */
async function find(session: Session, key: string, signal: AbortSignal): Promise<StoredObject | undefined> {
  for await (const object of listObjects(session, key)) {
    signal.throwIfAborted()
    return object.key === key ? object : undefined
  }
  return undefined
}

/** Whether there is an object of this key; asked again while the store does not answer. */
export async function isThere(session: Session, key: string, signal: AbortSignal): Promise<boolean> {
  return (await patiently(session, signal, () => find(session, key, signal))) !== undefined
}

/** The ETag of an object of parts: the MD5 of their MD5s, and their number. Not so under a KMS key. */
function etagOf(parts: readonly Uploaded[]): string | undefined {
  const each = parts.map(({ ETag }) => bareEtag(ETag))
  if (!each.every((etag) => /^[0-9a-f]{32}$/.test(etag))) return undefined
  return `${createHash('md5')
    .update(Buffer.from(each.join(''), 'hex'))
    .digest('hex')}-${parts.length}`
}

/** The object of a completion whose reply was lost, if that is what is there now. */
async function ownOf(
  session: Session,
  key: string,
  parts: readonly Uploaded[],
  signal: AbortSignal,
): Promise<StoredObject | undefined> {
  const found = await find(session, key, signal)
  const etag = etagOf(parts)
  if (found?.bytes !== sizeOf(parts)) return undefined
  const isOwn = etag === undefined ? found.etag.endsWith(`-${parts.length}`) : found.etag === etag
  return isOwn ? found : undefined
}

function sizeOf(parts: readonly Uploaded[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0)
}

async function complete(
  session: Session,
  upload: Upload,
  parts: readonly Uploaded[],
  options: CompleteOptions,
) {
  const { sdk, client, abilities } = session
  const { signal, createOnly } = options
  // Two writers at once can both pass this where the store does not compare; keys of backups are unique.
  if (createOnly && !abilities.completeCreateOnly && (await find(session, upload.key, signal))) {
    throw conditionFailed(upload.key)
  }
  const command = new sdk.CompleteMultipartUploadCommand({
    ...upload.at,
    MultipartUpload: { Parts: parts.map(({ bytes: _, ...part }) => part) },
    ...(createOnly && abilities.completeCreateOnly ? { IfNoneMatch: '*' } : {}),
  })
  return request(session, 's3:PutObject', upload.key, (more) => client.send(command, more), signal)
}

export interface CompleteOptions {
  readonly signal: AbortSignal
  readonly createOnly: boolean
}

/**
 * Makes the object of its parts. A reply that was lost makes the next attempt fail, because the upload is no longer there
 * or the object is: then it counts as done when the object is ours. Errors: `store-condition-failed`.
 */
export async function completeUpload(
  session: Session,
  upload: Upload,
  parts: readonly Uploaded[],
  options: CompleteOptions,
): Promise<StoredObject> {
  const { key, fields } = upload
  let mayHaveLanded = false
  return patiently(session, options.signal, async () => {
    try {
      const output = await complete(session, upload, parts, options)
      return describe(key, {
        bytes: sizeOf(parts),
        etag: output.ETag,
        modified: serverDate(output) ?? session.clock.now(),
        versionId: output.VersionId,
        retainUntil: fields.ObjectLockRetainUntilDate,
        tier: fields.StorageClass,
      })
    } catch (error) {
      if (mayHaveLanded && hasCode(error, 'store-condition-failed', 'store-not-found')) {
        const own = await ownOf(session, key, parts, options.signal)
        if (own) return own
      }
      mayHaveLanded ||= error instanceof HoldfastError && error.retryable
      throw error
    }
  })
}
