import { createHash, randomUUID } from 'node:crypto'
import { fullKey } from './keys.ts'
import { checksumField, withBodyHash } from './middleware.ts'
import { isRefused, type ProbeTarget } from './probe-target.ts'
import { request } from './session.ts'

/** Whether `CompleteMultipartUpload` refuses to replace the object that is at `key`. */
export async function probeComplete(
  target: ProbeTarget,
  key: string,
  checksumHeader: boolean,
): Promise<boolean> {
  const { sdk, client, settings } = target
  const at = { Bucket: settings.bucket, Key: fullKey(settings.prefix, key) }
  const body = Buffer.from(JSON.stringify({ probe: randomUUID() }))
  const sha256 = createHash('sha256').update(body).digest('hex')
  const { ChecksumSHA256 } = checksumField(sha256)
  const sum = checksumHeader ? { ChecksumSHA256 } : {}
  const ask = <T>(send: (options: { abortSignal: AbortSignal }) => Promise<T>) =>
    request(target, 's3:PutObject', key, send)
  const create = new sdk.CreateMultipartUploadCommand({
    ...at,
    ...(checksumHeader ? { ChecksumAlgorithm: 'SHA256' } : {}),
  })
  const { UploadId } = await ask((options) => client.send(create, options))
  const part = { ...at, UploadId, PartNumber: 1, Body: body, ...sum }
  try {
    const upload = withBodyHash(new sdk.UploadPartCommand(part), sha256)
    const { ETag } = await ask((options) => client.send(upload, options))
    const complete = new sdk.CompleteMultipartUploadCommand({
      ...at,
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag, ...sum }] },
      IfNoneMatch: '*',
    })
    return await isRefused(() => ask((options) => client.send(complete, options)))
  } finally {
    // Refused, it is still open; without the right to abort it the bucket's lifecycle must.
    await ask((options) =>
      client.send(new sdk.AbortMultipartUploadCommand({ ...at, UploadId }), options),
    ).catch(() => undefined)
  }
}
