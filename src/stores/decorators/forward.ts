import type { Store } from '../../domain/store.ts'

/** A Store that hands everything on, for decorators to override; without `putStream` where the inner one has none. */
export function forward(store: Store): Store {
  return {
    name: store.name,
    features: store.features,
    put: (key, body, options) => store.put(key, body, options),
    ...(store.putStream ? { putStream: store.putStream.bind(store) } : {}),
    get: (key, options) => store.get(key, options),
    stat: (key) => store.stat(key),
    list: (prefix) => store.list(prefix),
    delete: (key, options) => store.delete(key, options),
  }
}
