import type { Store } from '../../domain/store.ts'

/** A Store that hands everything on, for decorators to override; without the optional methods that the inner one lacks. */
export function forward(store: Store): Store {
  return {
    name: store.name,
    features: store.features,
    ...(store.lockFor === undefined ? {} : { lockFor: store.lockFor }),
    put: (key, body, options) => store.put(key, body, options),
    ...(store.putStream ? { putStream: store.putStream.bind(store) } : {}),
    get: (key, options) => store.get(key, options),
    stat: (key) => store.stat(key),
    list: (prefix) => store.list(prefix),
    delete: (key, options) => store.delete(key, options),
    ...(store.versions ? { versions: store.versions.bind(store) } : {}),
    ...(store.retain ? { retain: store.retain.bind(store) } : {}),
    ...(store.thaw ? { thaw: store.thaw.bind(store) } : {}),
  }
}
