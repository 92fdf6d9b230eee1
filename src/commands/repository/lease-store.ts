import type { Store } from '../../domain/store.ts'
import type { CommandContext } from '../context.ts'
import { type Destination, openStore } from './destination.ts'

/**
 * Where the leases of destinations lie, one for each and in their order: at the destination itself, or at that of
 * `lease-destination`. A store that holds those of several comes only once.
 */
export async function leaseStores(
  context: CommandContext,
  destinations: readonly Destination[],
): Promise<readonly Store[]> {
  const stores = new Map<string, Store>()
  for (const { name, store } of destinations) {
    const elsewhere = context.config.destination(name).leaseDestination
    const at = elsewhere ?? name
    if (stores.has(at)) continue
    const known = destinations.find((destination) => destination.name === at)?.store
    stores.set(
      at,
      elsewhere === undefined ? store : (known ?? (await openStore(context, elsewhere, 'write'))),
    )
  }
  return [...stores.values()]
}
