import type { StoredObject } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { compareKeys } from '../key-order.ts'
import { fullPrefix, ownKey } from './keys.ts'
import { describe } from './object.ts'
import { request, type Session } from './session.ts'

function unordered(session: Session, key: string): HoldfastError {
  return new HoldfastError('store-unsupported', `the store lists ${key} out of order`, {
    hint: 'Use a bucket that lists in the order of the keys; directory buckets do not.',
    context: { destination: session.name, key },
  })
}

/** Every object whose key starts with `prefix`, in byte order, page by page. */
export async function* listObjects(session: Session, prefix: string): AsyncGenerator<StoredObject> {
  const { sdk, client, settings } = session
  const wanted = fullPrefix(settings.prefix, prefix)
  if (wanted === undefined) return
  let last: string | undefined
  let token: string | undefined
  do {
    const command: InstanceType<typeof sdk.ListObjectsV2Command> = new sdk.ListObjectsV2Command({
      Bucket: settings.bucket,
      Prefix: wanted,
      ...(token === undefined ? {} : { ContinuationToken: token }),
    })
    const page = await request(session, 's3:ListBucket', prefix, (options) => client.send(command, options))
    for (const { Key, Size, ETag, LastModified, StorageClass } of page.Contents ?? []) {
      if (Key === undefined) continue
      const key = ownKey(settings.prefix, Key)
      if (!key.startsWith(prefix)) continue
      if (last !== undefined && compareKeys(key, last) <= 0) throw unordered(session, key)
      last = key
      yield describe(key, { bytes: Size ?? 0, etag: ETag, modified: LastModified, tier: StorageClass })
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (token !== undefined)
}
