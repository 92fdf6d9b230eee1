import { Secret } from '../../../src/domain/secret.ts'
import { systemClock } from '../../../src/process/clock.ts'
import { type AzureStore, openAzureStore } from '../../../src/stores/azure/store.ts'

const never = new AbortController().signal

export interface Place {
  readonly connection: string
  readonly container: string
  readonly prefix?: string
}

/** Opens an azure store, for this process and for contenders, to whom the place goes as JSON. */
export async function openStore(
  place: string | Place,
  mode: 'read' | 'write' = 'write',
): Promise<AzureStore> {
  const { connection, container, prefix } = (typeof place === 'string' ? JSON.parse(place) : place) as Place
  return openAzureStore(
    'azure',
    {
      type: 'azure',
      container,
      'connection-string': new Secret(connection),
      ...(prefix === undefined ? {} : { prefix }),
    },
    { clock: systemClock, mode, signal: never, environment: {} },
  )
}
