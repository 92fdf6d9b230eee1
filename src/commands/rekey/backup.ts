import type { CatalogueEntry } from '../../catalog/entry.ts'
import { readObject } from '../../catalog/object-io.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import { deleteWraps, type WrapDeletion } from '../../catalog/wrap-deletion.ts'
import { putWrap, readWraps, wrapLimit } from '../../catalog/wraps.ts'
import { type EncryptFor, encryptBytes } from '../../codec/age/bytes.ts'
import type { Secret } from '../../domain/secret.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { judgeWraps, provePassphrase, proveRecipients, type WrapBytes } from './judge.ts'
import type { RekeyKeys } from './keys.ts'
import type { RememberedWraps } from './remembered.ts'

export interface RekeyRun {
  readonly store: Store
  readonly keys: RekeyKeys
  readonly remembered: RememberedWraps
  readonly dropOld: boolean
  readonly signal: AbortSignal
  readonly assertHeld: () => void
}

/** What became of one backup. */
export interface Rekeyed {
  readonly added: number
  /** Whether a key that the configuration names has opened every wrap that counts now. */
  readonly proven: boolean
  readonly dropped: WrapDeletion
}

function unopened({ id, job }: CatalogueEntry, destination: string, wraps: number): HoldfastError {
  const context = { job, id, destination }
  if (wraps === 0) {
    return new HoldfastError('object-missing', `the keys of ${id} are gone from ${destination}`, {
      hint: 'Without a wrapped key the backup cannot be opened. Rekey another destination, and keep that one.',
      context,
    })
  }
  return new HoldfastError('identity-wrong', `none of the keys at hand opens ${id} at ${destination}`, {
    hint: 'Add the identity that this backup was made for to the file of --identity: it may hold several, a line each.',
    context,
  })
}

function isNot(key: string, destination: string): HoldfastError {
  return new HoldfastError('store-lied', `${key} at ${destination} does not open after it was written`, {
    hint: 'No old wrap of this backup was dropped. Run `holdfast doctor` against this destination.',
    context: { key, destination },
  })
}

/** Writes a new wrap and reads it back, so that what counts is what is stored. */
async function add(
  { store, signal, assertHeld }: RekeyRun,
  { job, id }: CatalogueEntry,
  n: number,
  dataKey: Secret,
  to: EncryptFor,
): Promise<WrapBytes> {
  const plain = new TextEncoder().encode(`${dataKey.reveal()}\n`)
  const made = await encryptBytes(plain, to)
  plain.fill(0)
  signal.throwIfAborted()
  assertHeld()
  const key = await putWrap(store, job, id, n, made, signal)
  const wrapped = await readObject(store, key, wrapLimit, signal)
  if (Buffer.compare(wrapped, made) !== 0) throw isNot(key, store.name)
  return { n, key, bytes: wrapped.byteLength, wrapped }
}

/**
 * Sees to it that one backup has a wrap for the configured recipients and one for the passphrase, opens each again with
 * what proves it, and only then drops the others where that is wanted. Two PUTs at most; data is not read.
 * Errors: `identity-wrong`, `object-missing`, `store-lied`, `manifest-damaged`, and the store's.
 */
export async function rekeyBackup(run: RekeyRun, entry: CatalogueEntry): Promise<Rekeyed | undefined> {
  const { store, keys, remembered, signal } = run
  const { job, id, manifestSha256: sha256 } = entry
  const { encryption } = (await readManifest(store, job, id, { signal, sha256 })).manifest
  if (encryption.type === 'none') return undefined
  const { recipient } = encryption
  const wraps = await readWraps(store, job, id, signal)
  const judged = await judgeWraps(wraps, keys, recipient, remembered.has)
  const { dataKey } = judged
  if (dataKey === undefined) throw unopened(entry, store.name, wraps.length)

  let next = Math.max(0, ...wraps.map(({ n }) => n)) + 1
  const counting: WrapBytes[] = []
  let added = 0
  let proven = true
  if (keys.recipients.length > 0) {
    let wrap = judged.forRecipients
    if (wrap === undefined) {
      wrap = await add(run, entry, next, dataKey, { recipients: keys.recipients })
      await remembered.add(wrap.wrapped, recipient)
      next += 1
      added += 1
    }
    const isHere = keys.identities.some((known) => keys.recipients.includes(known.recipient))
    proven = isHere && (await proveRecipients(wrap.wrapped, keys, recipient)) !== undefined
    if (isHere && !proven) throw isNot(wrap.key, store.name)
    counting.push(wrap)
  }
  if (keys.passphrase !== undefined) {
    let wrap = judged.forPassphrase
    if (wrap === undefined) {
      wrap = await add(run, entry, next, dataKey, { passphrase: keys.passphrase })
      added += 1
      if (!(await provePassphrase(wrap.wrapped, keys.passphrase, recipient)))
        throw isNot(wrap.key, store.name)
    }
    counting.push(wrap)
  }
  const old = wraps.filter(({ key }) => !counting.some((wrap) => wrap.key === key))
  const drops = run.dropOld && proven && old.length > 0
  const dropped = drops ? await deleteWraps(store, entry, old, run) : { deleted: 0, locked: [] }
  return { added, proven, dropped }
}
