import { Readable } from 'node:stream'
import type { ByteRange, GetOptions, StoredObject } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { abortWith } from '../abort-with.ts'
import { s3Error } from './errors.ts'
import { fullKey } from './keys.ts'
import { describe, hexOf } from './object.ts'
import { request, type Session } from './session.ts'

function damaged(key: string, range: ByteRange, bytes: number | undefined): HoldfastError {
  return new HoldfastError('object-damaged', `the object ${key} is shorter than the part asked for`, {
    context: { key, bytes, offset: range.offset, length: range.length },
  })
}

function endsEarly(key: string, got: number, expected: number): HoldfastError {
  return new HoldfastError(
    'store-unreachable',
    `the object ${key} ended early: ${got} of ${expected} bytes`,
    {
      hint: 'Try again; a proxy in between may cut long replies.',
      context: { key, bytes: got, expected },
      retryable: true,
    },
  )
}

/** The bytes of a reply, and an error where it ends before it has given all that it announced. */
async function* whole(session: Session, key: string, body: Readable, expected: number | undefined) {
  const { name: store, host, region, settings } = session
  let got = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      got += chunk.byteLength
      yield chunk
    }
  } catch (error) {
    throw s3Error(error, { store, host, region, bucket: settings.bucket, action: 's3:GetObject', key })
  }
  if (expected !== undefined && got !== expected) throw endsEarly(key, got, expected)
}

function headerOf({ offset, length }: ByteRange): string {
  return `bytes=${offset}-${offset + length - 1}`
}

/** An empty part has no Range header; it is there where the object reaches so far. */
async function emptyPart(session: Session, key: string, range: ByteRange): Promise<Readable> {
  const found = await statObject(session, key)
  if (!found) throw new HoldfastError('store-not-found', `there is no object ${key}`, { context: { key } })
  if (found.bytes < range.offset) throw damaged(key, range, found.bytes)
  return Readable.from([], { objectMode: false })
}

function refuseVersion(session: Session, versionId: string | undefined): void {
  if (versionId === undefined || session.abilities.versions || session.settings.objectLock) return
  throw new HoldfastError('store-unsupported', `the destination ${session.name} has no versions`, {
    hint: 'Enable versioning on the bucket.',
    context: { destination: session.name },
  })
}

/** Reads an object, a version of it, or a part. A part that the object does not have is `object-damaged`. */
export async function getObject(
  session: Session,
  key: string,
  { signal, range, versionId }: GetOptions,
): Promise<Readable> {
  refuseVersion(session, versionId)
  if (range?.length === 0) return emptyPart(session, key, range)
  const { sdk, client, settings } = session
  const command = new sdk.GetObjectCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    ...(range ? { Range: headerOf(range) } : {}),
    ...(versionId === undefined ? {} : { VersionId: versionId }),
  })
  const action = versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion'
  const output = await request(session, action, key, (options) => client.send(command, options), signal)
  const body = output.Body as Readable
  if (range && output.ContentRange === undefined && output.ContentLength !== range.length) {
    body.destroy()
    throw new HoldfastError('store-unsupported', `the store sends all of ${key} where a part was asked for`, {
      hint: 'Use a store, or a proxy before it, that honours the Range header.',
      context: { key },
    })
  }
  if (range && output.ContentLength !== range.length) {
    body.destroy()
    throw damaged(key, range, output.ContentLength)
  }
  const result = Readable.from(whole(session, key, body, output.ContentLength), { objectMode: false })
  result.once('close', () => body.destroy())
  abortWith(result, signal)
  return result
}

/** HEAD has no body to tell an absent object from an absent bucket. Errors: `bucket-missing`. */
async function expectBucket(session: Session): Promise<void> {
  const { sdk, client, settings } = session
  try {
    await request(session, 's3:ListBucket', '', (options) =>
      client.send(new sdk.HeadBucketCommand({ Bucket: settings.bucket }), options),
    )
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== 'store-not-found') throw error
    throw new HoldfastError('bucket-missing', `there is no bucket ${settings.bucket} at ${session.host}`, {
      hint: 'Check bucket and endpoint, or create the bucket; Holdfast does not create buckets.',
      context: { destination: session.name, bucket: settings.bucket },
      cause: error,
    })
  }
}

/** What the store says of an object; undefined where it is absent, or deleted. */
export async function statObject(session: Session, key: string): Promise<StoredObject | undefined> {
  const { sdk, client, settings } = session
  const command = new sdk.HeadObjectCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    ...(session.abilities.checksumHeader ? { ChecksumMode: 'ENABLED' } : {}),
  })
  try {
    const output = await request(session, 's3:GetObject', key, (options) => client.send(command, options))
    return describe(key, {
      bytes: output.ContentLength ?? 0,
      etag: output.ETag,
      modified: output.LastModified,
      sha256: hexOf(output.ChecksumSHA256),
      versionId: output.VersionId,
      retainUntil: output.ObjectLockRetainUntilDate,
      tier: output.StorageClass,
    })
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== 'store-not-found') throw error
    await expectBucket(session)
    return undefined
  }
}
