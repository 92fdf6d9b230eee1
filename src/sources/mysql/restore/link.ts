import type { Chain, ChainLink } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { Fingerprint } from '../fingerprint/types.ts'

/** The one link of a dump's chain, which has no increments. Errors: `chain-broken`. */
export function onlyLink(chain: Chain): ChainLink {
  const [link] = chain
  if (link !== undefined && chain.length === 1) return link
  throw new HoldfastError('chain-broken', 'a dump has no incremental backups', {
    hint: 'Restore a backup of level 0.',
  })
}

/** What the backup knows of the data, if it does. */
export function fingerprintOf({ fingerprint }: ChainLink): Fingerprint | undefined {
  const found = fingerprint as Partial<Fingerprint> | undefined
  return found?.format === 1 && found.type === 'mysql' ? (found as Fingerprint) : undefined
}

/** A text of the manifest's `source`. */
export function described({ description }: ChainLink, key: string): string {
  const value = description[key]
  return value === undefined ? '' : String(value)
}

/** Bytes of all streams. */
export function bytesOf(chain: Chain): number {
  return chain.flatMap(({ streams }) => streams).reduce((sum, { bytes }) => sum + bytes, 0)
}
