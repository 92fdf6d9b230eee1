import type { StoredObject, StoredVersion } from '../../domain/store.ts'

/** The version of a key that counts. */
export interface Oldest {
  readonly object: StoredVersion
  /** Whether plain reads see it, too. */
  readonly latest: boolean
  readonly tampered: StoredObject['tampered']
}

/** Versions that come with keys in order and the newest first, key by key. */
export async function* versionsByKey(
  versions: Iterable<StoredVersion> | AsyncIterable<StoredVersion>,
): AsyncGenerator<StoredVersion[]> {
  let history: StoredVersion[] = []
  for await (const version of versions) {
    if (history.length > 0 && history[0]?.key !== version.key) {
      yield history
      history = []
    }
    history.push(version)
  }
  if (history.length > 0) yield history
}

/** Of a history with the newest first; undefined where only markers are left. */
export function oldestOf(history: readonly StoredVersion[]): Oldest | undefined {
  const object = history.findLast(({ deleted }) => !deleted)
  if (object === undefined) return undefined
  const [newest] = history
  // A write that was repeated after its answer was lost makes a second version of the same bytes.
  const same = (other: StoredVersion) => other.etag === object.etag && other.bytes === object.bytes
  const tampered = newest?.deleted
    ? 'deleted'
    : history.every((each) => each.deleted || same(each))
      ? undefined
      : 'overwritten'
  return { object, latest: object.latest, tampered }
}

/** The folder of a run's volumes, whose hashes its manifest knows: `data/<job>/<id>/`. */
export function dataFolderOf(key: string): string | undefined {
  return /^data\/[^/]+\/[^/]+\//.exec(key)?.[0]
}
