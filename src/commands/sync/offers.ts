import { chainOf } from '../../catalog/chains.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { RecoveryPoint } from '../../domain/retention.ts'
import type { Store } from '../../domain/store.ts'
import { asHoldfastError } from '../outcome.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import type { Site } from './site.ts'

/** A backup that other destinations have, and which they are, in their order. */
export interface Offer {
  readonly entry: CatalogueEntry
  readonly sources: readonly Site[]
}

export interface Offers {
  readonly byId: ReadonlyMap<string, Offer>
  /** What retention is to judge. */
  readonly points: readonly RecoveryPoint[]
  /** What is at other destinations and must not, or cannot, be copied. */
  readonly left: readonly { readonly id: string; readonly reason: string }[]
}

export function storesOf({ sources }: Offer): Store[] {
  return sources.map(({ store }) => store)
}

function reasonAgainst(
  entry: CatalogueEntry,
  sites: readonly Site[],
  known: ReadonlyMap<string, CatalogueEntry>,
): string | undefined {
  if (!entry.trusted) return 'not signed by a key of signing.trust'
  try {
    for (const { id } of chainOf(entry.id, known)) {
      const marked = sites.find(({ shredded }) => shredded.has(id))
      if (marked)
        return id === entry.id
          ? `shredded at ${marked.name}`
          : `${id}, its base, was shredded at ${marked.name}`
    }
  } catch (error) {
    return asHoldfastError(error).message
  }
  return undefined
}

/**
 * All that the sources have of a job, each backup once. Its chain must be whole over the sources and the target
 * together. A proof made at any of them counts.
 */
export function offersOf(sources: readonly Site[], target: Site): Offers {
  const found = new Map<string, { entry: CatalogueEntry; sources: Site[] }>()
  for (const site of sources) {
    for (const entry of site.catalogue.points) {
      const known = found.get(entry.id)
      if (known === undefined) found.set(entry.id, { entry, sources: [site] })
      else if (known.entry.manifestSha256 === entry.manifestSha256) known.sources.push(site)
    }
  }
  const own = target.catalogue.points.map((entry) => [entry.id, entry] as const)
  const known = new Map([...[...found].map(([id, { entry }]) => [id, entry] as const), ...own])
  const byId = new Map<string, Offer>()
  const points: RecoveryPoint[] = []
  const left: { id: string; reason: string }[] = []
  const atTarget = new Map(own)
  for (const [id, offer] of found) {
    const reason = reasonAgainst(offer.entry, [target, ...sources], known)
    if (reason !== undefined) {
      if (!atTarget.has(id)) left.push({ id, reason })
      continue
    }
    const twin = atTarget.get(id)
    if (twin && twin.manifestSha256 !== offer.entry.manifestSha256) continue
    byId.set(id, offer)
    const proven = offer.sources.some((site) =>
      site.catalogue.points.some((each) => each.id === id && each.proven),
    )
    points.push({ ...toRecoveryPoint({ ...offer.entry, complete: true }), proven })
  }
  return { byId, points, left }
}
