import { join } from 'node:path'
import type { Store, StoredObject } from '../domain/store.ts'
import { type HoldfastError, hasCode } from '../errors/error.ts'
import { forEachBounded } from './bounded.ts'
import { type CatalogueEntry, factsOf, type ManifestFacts } from './entry.ts'
import { type FactsCache, openFactsCache } from './facts-cache.ts'
import { listHolds } from './holds.ts'
import { joinJob } from './join.ts'
import { type BackupName, branchPrefix } from './keys.ts'
import { type JobProofs, readJobProofs } from './listing-proofs.ts'
import { checkManifestSize, decodeManifest, manifestLimit } from './manifest.ts'
import { readIfPresent } from './object-io.ts'
import { parseManifestKey } from './parse-keys.ts'
import { listShredded } from './shredded.ts'
import { parseTombstone } from './tombstones.ts'

export type { CatalogueEntry } from './entry.ts'

/** The catalogue of one destination. */
export interface Catalogue {
  /** By job, then by id: oldest first. */
  readonly points: readonly CatalogueEntry[]
  /** Manifests that cannot be read as such. Their backups are not listed, and must not be taken for garbage. */
  readonly damaged: readonly (BackupName & { readonly key: string; readonly error: HoldfastError })[]
  readonly damagedProofs: readonly { readonly key: string; readonly error: HoldfastError }[]
  readonly tombstones: readonly (BackupName & {
    readonly key: string
    readonly object: StoredObject
    readonly time: Date
  })[]
  /** Manifests over which somebody put another version or a deletion marker; what is listed is the oldest. */
  readonly tampered: readonly { readonly key: string; readonly how: 'overwritten' | 'deleted' }[]
  /** Objects under `manifests/` that are none of this repository's: other names, another repository's id. */
  readonly foreign: readonly { readonly key: string; readonly repository?: string }[]
}

export interface ReadCatalogueOptions {
  /** The id in `holdfast.json`. Manifests and proofs of another repository do not count. */
  readonly repository: string
  readonly trust?: readonly string[] | undefined
  readonly signal: AbortSignal
  /** A directory of this destination's own for the disposable cache; none where absent. */
  readonly cacheDirectory?: string | undefined
  /** False for a role that may not read proofs: then nothing counts as proven. */
  readonly proofs?: boolean
  /** Objects fetched at once; 64 where absent, so that 100,000 manifests take a minute at 20 ms each. */
  readonly parallel?: number
}

interface Draft {
  readonly name: BackupName
  readonly object: StoredObject
  readonly facts: ManifestFacts
}

/** What one pass over the manifests of a job collects. */
interface Found {
  readonly drafts: (Draft | undefined)[]
  readonly damaged: Catalogue['damaged'][number][]
  readonly tombstones: Catalogue['tombstones'][number][]
  readonly foreign: Catalogue['foreign'][number][]
  readonly tampered: Catalogue['tampered'][number][]
}

/**
 * Reads the backups of one job, or of all, with their holds, proofs and chains. Only what the cache lacks by key and
 * ETag is fetched. A damaged manifest is reported, never skipped in silence; an unreachable store throws.
 */
export async function readCatalogue(
  store: Store,
  job: string | undefined,
  options: ReadCatalogueOptions,
): Promise<Catalogue> {
  const found: Found = { drafts: [], damaged: [], tombstones: [], foreign: [], tampered: [] }
  const caches = new Map<string, Promise<FactsCache>>()
  const cacheOf = (name: string): Promise<FactsCache> => {
    const known = caches.get(name)
    if (known) return known
    const opening = openFactsCache(cacheFile(options, `${name}.manifests`))
    caches.set(name, opening)
    return opening
  }
  const read = async (object: StoredObject): Promise<void> => {
    options.signal.throwIfAborted()
    if (object.tampered) found.tampered.push({ key: object.key, how: object.tampered })
    const name = parseManifestKey(object.key)
    if (!name) {
      found.foreign.push({ key: object.key })
      return
    }
    const slot = found.drafts.push(undefined) - 1
    const cache = await cacheOf(name.job)
    const facts = cache.get(object) ?? (await fetchFacts(store, object, name, cache, found, options.signal))
    if (!facts) return
    if ('tombstone' in facts)
      found.tombstones.push({ ...name, key: object.key, object, time: facts.tombstone })
    else if (facts.shared.repository !== options.repository) {
      found.foreign.push({ key: object.key, repository: facts.shared.repository })
    } else found.drafts[slot] = { name, object, facts }
  }
  await forEachBounded(store.list(branchPrefix('manifests', job)), options.parallel ?? 64, read)
  for (const cache of caches.values()) await (await cache).save()
  const drafts = found.drafts.filter((draft) => draft !== undefined)
  const joined = await joinAll(store, job, drafts, options)
  return {
    ...joined,
    damaged: byKey(found.damaged),
    tombstones: byKey(found.tombstones),
    foreign: byKey(found.foreign),
    tampered: byKey(found.tampered),
  }
}

/** Answers arrive in any order; the catalogue must not depend on it. */
function byKey<T extends { readonly key: string }>(items: T[]): T[] {
  return items.sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Keyed by repository: its manifests' keys and ETags say nothing of another's. */
function cacheFile({ cacheDirectory, repository }: ReadCatalogueOptions, name: string): string | undefined {
  return cacheDirectory && join(cacheDirectory, repository, `${name}.jsonl`)
}

async function fetchFacts(
  store: Store,
  object: StoredObject,
  name: BackupName,
  cache: FactsCache,
  found: Found,
  signal: AbortSignal,
): Promise<ManifestFacts | { readonly tombstone: Date } | undefined> {
  const { key } = object
  try {
    checkManifestSize(object.bytes, key)
    const stored = await readIfPresent(store, key, manifestLimit, signal, object)
    if (!stored) return undefined
    const tombstone = parseTombstone(stored)
    const facts = tombstone ? { tombstone } : factsOf(decodeManifest(stored, key))
    cache.set(object, facts)
    return facts
  } catch (error) {
    if (!hasCode(error, 'manifest-damaged', 'object-damaged', 'format-unsupported')) throw error
    found.damaged.push({ ...name, key, error })
    return undefined
  }
}

async function joinAll(
  store: Store,
  job: string | undefined,
  drafts: readonly Draft[],
  options: ReadCatalogueOptions,
): Promise<Pick<Catalogue, 'points' | 'damagedProofs'>> {
  const held = new Set((await listHolds(store, job)).map((name) => `${name.job}/${name.id}`))
  const points: CatalogueEntry[] = []
  const damagedProofs: JobProofs['damaged'][number][] = []
  for (const [name, own] of Map.groupBy(drafts, (draft) => draft.name.job)) {
    const shredded = await listShredded(store, name)
    const proofs = await proofsOf(store, name, options)
    damagedProofs.push(...proofs.damaged)
    const { repository, trust } = options
    for (const point of joinJob(own, { repository, trust, held, shredded, proofs: proofs.proofs }))
      points.push(point)
  }
  return { points, damagedProofs }
}

async function proofsOf(store: Store, job: string, options: ReadCatalogueOptions): Promise<JobProofs> {
  if (options.proofs === false) return { proofs: new Map(), damaged: [] }
  return readJobProofs(store, job, {
    cacheFile: cacheFile(options, `${job}.proofs`),
    parallel: options.parallel ?? 64,
    signal: options.signal,
  })
}
