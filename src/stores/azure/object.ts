import type { StoredObject } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'

/** Name of the metadata that holds the SHA-256 of what was put whole; the service checks an MD5 of the same bytes. */
export const sha256Field = 'sha256'

interface Properties {
  readonly etag?: string | undefined
  readonly lastModified?: Date | undefined
  readonly contentLength?: number | undefined
  readonly accessTier?: string | undefined
}

/** Listings give it without the quotes that headers have. */
function quoted(etag: string): string {
  return /^(?:W\/)?"/.test(etag) ? etag : `"${etag}"`
}

/** An object as a reply describes it. Errors: `store-lied` for a reply without what every blob has. */
export function describe(key: string, properties: Properties, sha256?: string): StoredObject {
  const { etag, lastModified, contentLength, accessTier } = properties
  if (!etag || lastModified === undefined || contentLength === undefined) {
    throw new HoldfastError('store-lied', `the store describes ${key} without etag, time or size`, {
      hint: 'Check that the address is that of Azure Blob Storage and nothing on the way changes its replies.',
      context: { key },
    })
  }
  return {
    key,
    bytes: contentLength,
    etag: quoted(etag),
    modified: lastModified,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(accessTier === undefined ? {} : { tier: accessTier }),
  }
}
