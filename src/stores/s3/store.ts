import type { Store } from '../../domain/store.ts'
import { featuresOf } from './abilities.ts'
import { deleteObject } from './delete.ts'
import { getObject, statObject } from './get.ts'
import { listObjects } from './list.ts'
import { putObject } from './put.ts'
import type { Session } from './session.ts'

/** A bucket, or a prefix in it, as a store. */
export function createStore(session: Session): Store {
  return {
    name: session.name,
    features: featuresOf(session.abilities, session.settings.objectLock !== undefined),
    put: (key, body, options) => putObject(session, key, body, options),
    get: (key, options) => getObject(session, key, options),
    stat: (key) => statObject(session, key),
    list: (prefix) => listObjects(session, prefix),
    delete: (key, options) => deleteObject(session, key, options?.versionId),
  }
}
