import { brokenChain, byId, parentOf } from '../../catalog/chains.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { Catalogue } from '../../catalog/listing.ts'
import type { HoldfastError } from '../../errors/error.ts'

/** The backup that the first of a chain builds on, where that is not there. */
export interface ChainGap {
  readonly id: string
  readonly error: HoldfastError
  /** Its manifest is damaged or gone, and nobody asks who signed it: what else there is of it may be used. */
  readonly lost: boolean
}

/** The chain as far down as it goes, and what ends it early: a manifest that is damaged or gone. */
export function chainWithGap(
  last: CatalogueEntry,
  entries: readonly CatalogueEntry[],
  damaged: Catalogue['damaged'],
  signed: boolean,
): { readonly chain: readonly CatalogueEntry[]; readonly gap?: ChainGap } {
  const map = byId(entries)
  const chain = [last]
  for (let entry = last; entry.parent !== null; entry = chain[0] ?? entry) {
    const { id } = entry.parent
    const parent = parentOf(entry, map)
    if (parent === undefined) {
      const error = damaged.find((each) => each.id === id)?.error ?? brokenChain(entry, map.has(id))
      return { chain, gap: { id, error, lost: !signed && !map.has(id) } }
    }
    chain.unshift(parent)
  }
  return { chain }
}
