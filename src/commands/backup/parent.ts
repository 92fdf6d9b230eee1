import { chainOf, latestParent } from '../../catalog/chains.ts'
import { type CatalogueEntry, madeAt } from '../../catalog/entry.ts'
import { stateKey } from '../../catalog/keys.ts'
import { readObject, sha256Of } from '../../catalog/object-io.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import { decompress } from '../../catalog/zstd-json.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import type { Secret } from '../../domain/secret.ts'
import type { ParentState } from '../../domain/source.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'
import { stateFromCache } from './state-cache.ts'

/** A destination with what its catalogue shows of the job. */
export interface Stocked extends Destination {
  readonly entries: readonly CatalogueEntry[]
}

export interface ChosenParent {
  readonly entry: CatalogueEntry
  /** Level 0 first, the parent last. */
  readonly chain: readonly CatalogueEntry[]
  readonly holders: readonly Stocked[]
  /** Destinations whose chain lacks the parent: they get nothing of an increment. */
  readonly lacking: readonly Stocked[]
}

/** The newest complete backup of a lower level at any destination but `except`, and which destinations have it. */
export function chooseParent(
  destinations: readonly Stocked[],
  level: number,
  except: ReadonlySet<string> = new Set(),
): ChosenParent | undefined {
  let newest: CatalogueEntry | undefined
  for (const { entries } of destinations) {
    const candidate = latestParent(
      entries.filter(({ id }) => !except.has(id)),
      level,
    )
    if (candidate && (!newest || madeAt(candidate) > madeAt(newest))) newest = candidate
  }
  if (newest === undefined) return undefined
  const has = ({ entries }: Stocked) =>
    entries.some(
      ({ id, complete, manifestSha256 }) =>
        id === newest.id && complete && manifestSha256 === newest.manifestSha256,
    )
  const holders = destinations.filter(has)
  const [first] = holders
  return {
    entry: newest,
    chain: first ? chainOf(newest.id, first.entries) : [],
    holders,
    lacking: destinations.filter((destination) => !has(destination)),
  }
}

const largestState = 1024 ** 3

async function readState(
  context: CommandContext,
  store: Store,
  entry: CatalogueEntry,
  identity: Secret | undefined,
): Promise<Uint8Array> {
  const { signal } = context
  const { job, id, manifestSha256: sha256 } = entry
  const { manifest } = await readManifest(store, job, id, { signal, sha256 })
  const { key = stateKey(job, id), sha256: expected } = manifest.objects.state ?? {}
  const cached = await stateFromCache(context, key, expected)
  const stored = cached ?? (await readObject(store, key, largestState, signal))
  if (sha256Of(stored) !== expected) {
    throw new HoldfastError('state-unusable', `${key} is not what the parent's manifest names`)
  }
  const plain = entry.encrypted
    ? await decryptBytes(stored, { identities: identity ? [identity] : [] })
    : stored
  return decompress(plain, largestState, { code: 'state-unusable', what: 'the state', key })
}

/**
 * What the source left behind for the next increment, from the first holder that gives it. Where none does, the reason:
 * the run is then a full one, loudly.
 */
export async function parentState(
  context: CommandContext,
  parent: ChosenParent,
  identity: Secret | undefined,
): Promise<{ state: ParentState } | { because: string }> {
  let because = 'the parent left no state'
  for (const { store } of parent.holders) {
    try {
      const state = await readState(context, store, parent.entry, identity)
      return { state: { id: parent.entry.id, level: parent.entry.level, state } }
    } catch (error) {
      context.signal.throwIfAborted()
      const why = hasCode(error, 'identity-wrong')
        ? 'the state identity here is not the one that it was made for'
        : asHoldfastError(error).message
      because = `the state of ${parent.entry.id} cannot be used: ${why}`
    }
  }
  return { because }
}
