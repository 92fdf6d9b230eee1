import { createHash, randomUUID } from 'node:crypto'
import type { PutCondition, Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'

/** What came of trying: the store let us, the store refused it for want of a right, or nobody can tell. */
export type Verdict = 'allowed' | 'refused' | 'untried'

export interface Trial {
  /** With every version as it is: only plain requests show what one right is good for. */
  readonly store: Store
  readonly signal: AbortSignal
}

/** Whether the store refused a call since these credentials have not the right to it. */
function isRefusal(error: unknown): boolean {
  if (!hasCode(error, 'store-unwritable', 'store-unreachable') || error.retryable) return false
  return error.context.status === 403
}

/** A store decides who may before it looks at what is there: a call that fails for another reason was allowed. */
async function verdict(
  attempt: () => Promise<unknown>,
  ...alsoFine: HoldfastError['code'][]
): Promise<Verdict> {
  try {
    await attempt()
    return 'allowed'
  } catch (error) {
    if (isRefusal(error)) return 'refused'
    if (hasCode(error, 'store-not-found', ...alsoFine)) return 'allowed'
    throw error
  }
}

function worst(...verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find((each) => each === 'refused') ?? verdicts.find((each) => each === 'untried') ?? 'allowed'
  )
}

const isFolder = (place: string) => place.endsWith('/')
/** No job's name begins so: nobody takes it for a backup's. One name a folder, since a role may not delete it again. */
const scratchIn = (place: string) => (isFolder(place) ? `${place}_doctor.json` : place)
const nothingIn = (place: string) => `${place}_doctor-none.json`

export async function tryList({ store, signal }: Trial): Promise<Verdict> {
  const look = async (listing: AsyncIterable<unknown>) => {
    for await (const _ of listing) break
  }
  signal.throwIfAborted()
  const listed = await verdict(() => look(store.list('')))
  const { versions } = store
  return versions ? worst(listed, await verdict(() => look(versions('')))) : listed
}

/** Reads what may not be there at all: the answer tells all the same whether it would be given. */
export async function tryRead({ store, signal }: Trial, place: string): Promise<Verdict> {
  const key = scratchIn(place)
  const read = (versionId?: string) => async () =>
    (await store.get(key, { signal, ...(versionId !== undefined && { versionId }) })).destroy()
  const plain = await verdict(read(), 'object-archived')
  return store.features.versions ? worst(plain, await verdict(read('null'), 'object-archived')) : plain
}

/** Extends the lock of what is not there. */
export function tryRetain({ store, signal }: Trial, place: string, until: Date): Promise<Verdict> {
  return verdict(async () => store.retain?.(nothingIn(place), until, { signal }))
}

/** Deletes what is not there: by its version, as cleanup does where there are versions. */
export function tryDelete({ store }: Trial, place: string): Promise<Verdict> {
  const { versions } = store.features
  return verdict(() => store.delete(nothingIn(place), versions ? { versionId: 'null' } : undefined), 'held')
}

/** Where there are versions: whether a marker of deletion may be put over what is there. */
export async function tryHide({ store }: Trial, place: string): Promise<Verdict> {
  return store.features.versions ? verdict(() => store.delete(nothingIn(place)), 'held') : 'untried'
}

/** No object ever has it. */
const noEtag = '"00000000000000000000000000000000"'

/** Writes under a condition that nothing meets: nothing comes of it where the store keeps conditions. */
export function tryUnmet({ store, signal }: Trial, key: string): Promise<Verdict> {
  return verdict(() => put({ store, signal }, key, { etag: noEtag }), 'store-condition-failed')
}

function put({ store, signal }: Trial, key: string, when?: PutCondition): Promise<unknown> {
  const body = Buffer.from(JSON.stringify({ probe: randomUUID() }))
  const sha256 = createHash('sha256').update(body).digest('hex')
  // The right to lock is tried apart, and what is left behind need not stay for long.
  return store.put(key, body, { signal, sha256, lock: false, ...(when && { when }) })
}

export interface WriteVerdict {
  readonly create: Verdict
  readonly replace: Verdict
  /** The scratch object that may lie there now. */
  readonly left?: string
}

/**
 * Whether something new may be written to a folder, and whether what is there may be written over. Where versions would
 * pile up it is tried under a condition first that nothing meets; a store that demands another condition refuses that.
 */
export async function tryWrite(trial: Trial, place: string): Promise<WriteVerdict> {
  const key = scratchIn(place)
  const { createOnly, compareAndSwap, versions } = trial.store.features
  const unmet = versions && compareAndSwap ? await tryUnmet(trial, key) : 'untried'
  if (unmet === 'allowed') return { create: 'allowed', replace: 'allowed' }
  const create = await verdict(
    () => put(trial, key, createOnly ? { absent: true } : undefined),
    'store-condition-failed',
  )
  if (create === 'refused') return { create, replace: 'refused' }
  const replace = unmet === 'refused' ? unmet : await tryReplace(trial, key)
  return { create, replace, left: key }
}

/** A policy that keeps what is there is as good as a right that is not given. */
async function tryReplace(trial: Trial, key: string): Promise<Verdict> {
  try {
    return await verdict(() => put(trial, key))
  } catch (error) {
    if (hasCode(error, 'store-unwritable') && !error.retryable) return 'refused'
    throw error
  }
}

/** Takes a scratch object away again, every version of it; false where that is not allowed. */
export async function tidy({ store }: Trial, key: string): Promise<boolean> {
  try {
    if (!store.versions) await store.delete(key)
    else
      for await (const version of store.versions(key))
        if (version.key === key) await store.delete(key, { versionId: version.versionId })
    return true
  } catch (error) {
    if (error instanceof HoldfastError) return false
    throw error
  }
}
