import type { RetainOptions, Store } from '../../domain/store.ts'
import { featuresOf } from './abilities.ts'
import { deleteObject } from './delete.ts'
import { getObject, statObject } from './get.ts'
import { listObjects } from './list.ts'
import { putStream } from './multipart.ts'
import { putObject } from './put.ts'
import { retainObject } from './retain.ts'
import type { Session } from './session.ts'
import { thawObject } from './thaw.ts'
import { listVersions } from './versions.ts'

/** A bucket, or a prefix in it, as a store. */
export function createStore(session: Session): Store {
  const features = featuresOf(session.abilities, session.settings.objectLock !== undefined)
  return {
    name: session.name,
    features,
    ...(session.settings.objectLock ? { lockFor: session.settings.objectLock.for } : {}),
    put: (key, body, options) => putObject(session, key, body, options),
    putStream: (key, body, options) => putStream(session, key, body, options),
    get: (key, options) => getObject(session, key, options),
    stat: (key) => statObject(session, key),
    list: (prefix) => listObjects(session, prefix),
    delete: (key, options) => deleteObject(session, key, options?.versionId),
    ...(features.versions ? { versions: (prefix: string) => listVersions(session, prefix) } : {}),
    ...(features.objectLock
      ? { retain: (key: string, until: Date, more: RetainOptions) => retainObject(session, key, until, more) }
      : {}),
    thaw: (key, options) => thawObject(session, key, options),
  }
}
