import type { Clock } from '../../domain/clock.ts'
import type { Store, StoreFeatures } from '../../domain/store.ts'
import type { AzureSettings } from './config.ts'
import { containerMaker } from './container.ts'
import { connector } from './credentials.ts'
import { remove } from './delete.ts'
import { get } from './get.ts'
import { namesUnder } from './keys.ts'
import { list } from './list.ts'
import { put } from './put.ts'
import { putStream } from './put-stream.ts'
import { loadStorage } from './sdk.ts'
import { stat } from './stat.ts'
import { thaw } from './thaw.ts'

export interface AzureOpening {
  readonly clock: Clock
  /** `write` and `probe` make the container where it is not there. */
  readonly mode: 'read' | 'write' | 'probe' | 'dry-run'
  readonly signal: AbortSignal
  readonly environment: Readonly<Record<string, string>>
}

export type AzureStore = Store & Required<Pick<Store, 'putStream' | 'thaw'>>

const features: StoreFeatures = {
  createOnly: true,
  compareAndSwap: true,
  range: true,
  enforcesSha256: true,
  versions: false,
  objectLock: false,
}

/** One attempt a call, since ours are repeated above; connections are kept alive. */
const connection = { retryOptions: { maxTries: 1 }, keepAliveOptions: { enable: true } }

/**
 * A container of Azure Blob Storage, or a prefix in it. The service is the same everywhere, so its features need no
 * probe: conditions have one winner, and an MD5 that does not match is refused. HTTPS_PROXY and NO_PROXY are the SDK's.
 *
 * Errors: `store-credentials`, `bucket-missing`, `clock-skew`, `tls-failed`, `store-unreachable`, `store-unwritable`,
 * `object-archived` and those of the Store contract.
 */
export async function openAzureStore(
  name: string,
  settings: AzureSettings,
  { clock, mode, signal, environment }: AzureOpening,
): Promise<AzureStore> {
  const sdk = await loadStorage()
  const service = await connector(sdk, settings, environment)(connection)
  const container = service.getContainerClient(settings.container)
  const bare = {
    name,
    container,
    names: namesUnder(settings.prefix),
    clock,
    signal,
    where: `${service.accountName || new URL(service.url).host}/${settings.container}`,
    tier: settings['access-tier'],
  }
  const session = { ...bare, ready: containerMaker(bare, mode === 'write' || mode === 'probe') }
  return {
    name,
    features,
    put: (key, body, options) => put(session, key, body, options),
    putStream: (key, body, options) => putStream(session, key, body, options),
    get: (key, options) => get(session, key, options),
    stat: (key) => stat(session, key),
    list: (prefix) => list(session, prefix),
    delete: (key, options) => remove(session, key, options),
    thaw: (key, options) => thaw(session, key, options),
  }
}
