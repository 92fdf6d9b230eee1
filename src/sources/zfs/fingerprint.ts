import type { Clock } from '../../domain/clock.ts'
import type { ChainLink } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { callZfs, fieldsOf, namesPerCall, type ZfsContext } from './call.ts'
import type { Dataset } from './datasets.ts'
import { hashTree, type TreeHash } from './tree-hash.ts'

/** What a backup says of one dataset in it, for restores and drills. */
export interface DatasetPrint {
  readonly name: string
  readonly type: 'filesystem' | 'volume'
  /** The name of the snapshot, and the guid that its copies have too. */
  readonly snapshot: string
  readonly guid: string
  /** The guid of the snapshot that the stream builds on; null for a full stream. */
  readonly from: string | null
  readonly raw: boolean
  readonly encrypted: boolean
  /** Those set on it; empty where they are not sent. */
  readonly properties: Readonly<Record<string, string>>
  /** Over all files of the snapshot, where they could be read within the time for it. */
  readonly tree?: TreeHash
}

/** What a backup says of itself. */
export interface ZfsFingerprint {
  readonly format: 1
  /** The dataset that the others lie below. */
  readonly root: string
  readonly datasets: readonly DatasetPrint[]
}

/** The fingerprint of a link. Errors: `object-damaged`. */
export function fingerprintOf({ id, fingerprint }: Pick<ChainLink, 'id' | 'fingerprint'>): ZfsFingerprint {
  const print = fingerprint as ZfsFingerprint | undefined
  if (print?.format === 1 && Array.isArray(print.datasets)) return print
  throw new HoldfastError('object-damaged', `${id} does not say which datasets are in it`, {
    hint: 'Restore its streams into files with --to DIRECTORY/, and receive them by hand.',
    context: { id },
  })
}

/** A copy must not be mounted, shared or written to by what the original has set; a drill cannot compare these. */
const hostProperties: readonly string[] = ['mountpoint', 'canmount', 'readonly', 'sharenfs', 'sharesmb']

/** Properties set on datasets: those that `zfs send -p` sends and a copy can be compared by. */
export async function readProperties(
  context: ZfsContext,
  names: readonly string[],
  sources: 'local,received' | 'received',
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const found = new Map<string, Record<string, string>>(names.map((name) => [name, {}]))
  const args = ['get', '-Hp', '-s', sources, '-o', 'name,property,value', 'all']
  for (let start = 0; start < names.length; start += namesPerCall) {
    const text = await callZfs(context, ...args, ...names.slice(start, start + namesPerCall))
    for (const [name = '', property = '', value = ''] of fieldsOf(text)) {
      if (!hostProperties.includes(property)) Object.assign(found.get(name) ?? {}, { [property]: value })
    }
  }
  return found
}

/** Milliseconds that hashing files may take in all: the snapshot is read once more for it. */
const hashBudget = 300_000

/** Hashes the files of snapshots while there is time; what cannot be read has none. */
export function createTreeHasher(context: ZfsContext & { readonly clock: Clock }) {
  const { clock, signal } = context
  const start = clock.monotonic()
  return async ({ mountpoint, type }: Dataset, snapshot: string): Promise<TreeHash | undefined> => {
    const left = hashBudget - (clock.monotonic() - start)
    if (type !== 'filesystem' || mountpoint === undefined || left <= 0) return undefined
    const late = new AbortController()
    const done = new AbortController()
    clock.sleep(left, done.signal).then(
      () => late.abort(),
      () => undefined,
    )
    try {
      return await hashTree(`${mountpoint}/.zfs/snapshot/${snapshot}`, AbortSignal.any([signal, late.signal]))
    } catch {
      // Late, or not for this user to read: the guid and the checksums of the stream remain.
      signal.throwIfAborted()
      return undefined
    } finally {
      done.abort()
    }
  }
}
