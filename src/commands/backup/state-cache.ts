import { sha256Of } from '../../catalog/object-io.ts'
import type { CommandContext } from '../context.ts'

/**
 * The stored bytes of a state from the cache: only where they have the hash that the parent's manifest names, since
 * others may write to a cache. Undefined where it has none, or others.
 */
export async function stateFromCache(
  { stateCache }: CommandContext,
  key: string,
  sha256: string | undefined,
): Promise<Uint8Array | undefined> {
  const cached = await stateCache?.read(key)
  return cached !== undefined && sha256Of(cached) === sha256 ? cached : undefined
}
