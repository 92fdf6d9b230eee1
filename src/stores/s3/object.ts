import type { StoredObject } from '../../domain/store.ts'

/** An ETag without its quotes: servers write them in headers and leave them out in listings, or the other way round. */
export function bareEtag(etag: string | undefined): string {
  return (etag ?? '').replace(/^W\//, '').replace(/^"|"$/g, '')
}

/** Listings count milliseconds, headers whole seconds; both are to say the same. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}

interface Described {
  readonly bytes: number
  readonly etag: string | undefined
  readonly modified: Date | undefined
  readonly sha256?: string | undefined
  readonly versionId?: string | undefined
  readonly retainUntil?: Date | undefined
  readonly tier?: string | undefined
}

/** What the store says of an object. Version `null` is that of a bucket without versions. */
export function describe(key: string, found: Described): StoredObject {
  const { bytes, etag, modified, sha256, versionId, retainUntil, tier } = found
  return {
    key,
    bytes,
    etag: bareEtag(etag),
    modified: wholeSeconds(modified ?? new Date(0)),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(versionId === undefined || versionId === 'null' ? {} : { versionId }),
    ...(retainUntil === undefined ? {} : { retainUntil }),
    ...(tier === undefined ? {} : { tier }),
  }
}

/** A whole object's SHA-256 from its checksum; one of parts ends in `-<parts>` and says nothing of the whole. */
export function hexOf(checksum: string | undefined): string | undefined {
  if (checksum === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(checksum)) return undefined
  return Buffer.from(checksum, 'base64').toString('hex')
}
