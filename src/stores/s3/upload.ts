import { webcrypto } from 'node:crypto'
import { createPersistence, persist } from '../persistence.ts'
import type { Part } from './cut-parts.ts'
import { fullKey } from './keys.ts'
import { checksumField, withBodyHash } from './middleware.ts'
import type { PutFields } from './sdk.ts'
import { request, type Session } from './session.ts'

/** An upload that was begun and is neither completed nor aborted. */
export interface Upload {
  readonly key: string
  readonly at: { readonly Bucket: string; readonly Key: string; readonly UploadId: string | undefined }
  readonly fields: PutFields
}

/** A part as the completing request names it. */
export interface Uploaded {
  readonly PartNumber: number
  readonly ETag: string | undefined
  readonly ChecksumSHA256?: string | undefined
  readonly bytes: number
}

/** In a thread of the pool: the main thread has a stream to read. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString(
    'hex',
  )
}

/** Begins an upload with what the finished object is to have. */
export async function beginUpload(
  session: Session,
  key: string,
  fields: PutFields,
  signal: AbortSignal,
): Promise<Upload> {
  const { sdk, client, settings, abilities } = session
  const at = { Bucket: settings.bucket, Key: fullKey(settings.prefix, key) }
  const command = new sdk.CreateMultipartUploadCommand({
    ...at,
    ...fields,
    // versitygw does not complete an upload of parts with checksums that did not say so at its beginning.
    ...(abilities.checksumHeader ? { ChecksumAlgorithm: 'SHA256' } : {}),
  })
  const { UploadId } = await patiently(session, signal, () =>
    request(session, 's3:PutObject', key, (more) => client.send(command, more), signal),
  )
  return { key, at: { ...at, UploadId }, fields }
}

/** A part is in memory, so it can be sent again as often as a whole object is. */
export function patiently<T>({ clock }: Session, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  return persist(createPersistence({ clock, random: Math.random }, signal), attempt)
}

/** Sends one part, again and again for a quarter of an hour. */
export async function sendPart(
  session: Session,
  upload: Upload,
  { number, bytes }: Part,
  signal: AbortSignal,
): Promise<Uploaded> {
  const { sdk, client, abilities } = session
  const sha256 = await hashOf(bytes)
  const sum = abilities.checksumHeader ? { ChecksumSHA256: checksumField(sha256).ChecksumSHA256 } : {}
  const { ETag } = await patiently(session, signal, () => {
    const command = new sdk.UploadPartCommand({
      ...upload.at,
      PartNumber: number,
      Body: bytes,
      ContentLength: bytes.byteLength,
      ...sum,
    })
    return request(
      session,
      's3:PutObject',
      upload.key,
      (more) => client.send(withBodyHash(command, sha256), more),
      signal,
    )
  })
  return { PartNumber: number, ETag, bytes: bytes.byteLength, ...sum }
}

/** Parts of an upload that is never completed cost money; the bucket's lifecycle removes what stays here. */
export async function abandonUpload({ sdk, client }: Session, upload: Upload): Promise<void> {
  const command = new sdk.AbortMultipartUploadCommand(upload.at)
  await client.send(command, { abortSignal: AbortSignal.timeout(5000) }).catch(() => undefined)
}
