import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { forward } from './forward.ts'

/** A Store that refuses to change anything: `read-only`. To thaw an object changes nothing of it, only who can read it. */
export function readOnly(store: Store): Store {
  async function refuse(what: string, key: string): Promise<never> {
    throw new HoldfastError(
      'read-only',
      `will not ${what} ${key}: the destination ${store.name} was opened to be read`,
      {
        hint: 'Use a command that writes, such as backup or cleanup; this one only reads.',
        context: { destination: store.name, key },
      },
    )
  }
  return {
    ...forward(store),
    put: (key) => refuse('write', key),
    ...(store.putStream ? { putStream: (key: string) => refuse('write', key) } : {}),
    delete: (key) => refuse('delete', key),
    ...(store.retain ? { retain: (key: string) => refuse('lock', key) } : {}),
  }
}
