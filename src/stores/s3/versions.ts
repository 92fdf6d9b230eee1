import type { DeleteMarkerEntry, ObjectVersion } from '@aws-sdk/client-s3'
import type { StoredVersion } from '../../domain/store.ts'
import { compareKeys } from '../key-order.ts'
import { fullPrefix, ownKey } from './keys.ts'
import { describe } from './object.ts'
import { request, type Session } from './session.ts'

type Entry = ObjectVersion & DeleteMarkerEntry

function toVersion(key: string, entry: Entry, deleted: boolean): StoredVersion {
  const object = describe(key, {
    bytes: entry.Size ?? 0,
    etag: entry.ETag,
    modified: entry.LastModified,
    tier: entry.StorageClass,
  })
  return { ...object, versionId: entry.VersionId ?? 'null', latest: entry.IsLatest === true, deleted }
}

interface Dated {
  readonly version: StoredVersion
  readonly time: number
}

/** The newest first; the store says itself which is the latest, since two may bear one time. */
function newerFirst(a: Dated, b: Dated): number {
  const byKey = compareKeys(a.version.key, b.version.key)
  if (byKey !== 0) return byKey
  return Number(b.version.latest) - Number(a.version.latest) || b.time - a.time
}

/** Versions and markers come in two lists, each in order; the page's own order of both is lost. */
function merge(
  prefix: string | undefined,
  versions: readonly ObjectVersion[],
  markers: readonly DeleteMarkerEntry[],
): Dated[] {
  const dated = (entry: Entry, deleted: boolean): Dated => ({
    version: toVersion(ownKey(prefix, entry.Key ?? ''), entry, deleted),
    time: entry.LastModified?.getTime() ?? 0,
  })
  return [...versions.map((each) => dated(each, false)), ...markers.map((each) => dated(each, true))]
}

/** Every version and deletion marker of the keys that start with `prefix`, of each key the newest first. */
export async function* listVersions(session: Session, prefix: string): AsyncGenerator<StoredVersion> {
  const { sdk, client, settings } = session
  const wanted = fullPrefix(settings.prefix, prefix)
  if (wanted === undefined) return
  let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {}
  // The last key of a page may go on on the next.
  let open: Dated[] = []
  while (marker !== undefined) {
    const command: InstanceType<typeof sdk.ListObjectVersionsCommand> = new sdk.ListObjectVersionsCommand({
      Bucket: settings.bucket,
      Prefix: wanted,
      ...marker,
    })
    const page = await request(session, 's3:ListBucketVersions', prefix, (options) =>
      client.send(command, options),
    )
    const all = [...open, ...merge(settings.prefix, page.Versions ?? [], page.DeleteMarkers ?? [])].sort(
      newerFirst,
    )
    marker = page.IsTruncated
      ? {
          ...(page.NextKeyMarker === undefined ? {} : { KeyMarker: page.NextKeyMarker }),
          ...(page.NextVersionIdMarker === undefined ? {} : { VersionIdMarker: page.NextVersionIdMarker }),
        }
      : undefined
    const lastKey = all.at(-1)?.version.key
    open = marker === undefined ? [] : all.filter(({ version }) => version.key === lastKey)
    for (const { version } of all) {
      if ((marker === undefined || version.key !== lastKey) && version.key.startsWith(prefix)) yield version
    }
  }
}
