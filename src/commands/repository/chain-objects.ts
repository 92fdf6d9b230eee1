import { readObject, sha256Of } from '../../catalog/object-io.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import type { Manifest, ObjectReference } from '../../domain/manifest.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { blamesBackup } from '../verify/damage.ts'
import type { FoundBackup } from './find.ts'

/** A chain that is being opened: from where, and who is told what that costs. */
export interface Opening {
  readonly context: CommandContext
  readonly found: FoundBackup
  readonly onFetched: (bytes: number) => void
  /** For a salvage: told of what is damaged and can be done without, up to single frames. Absent: any damage throws. */
  readonly onDamage?: (error: HoldfastError) => void
}

/** More than any list or index root may have. */
export const largestList = 1024 ** 3

/** The bytes of an object that a manifest names, whole and of the right hash. Errors: `object-missing`, `object-damaged`. */
export async function fetchChecked(
  opening: Opening,
  { key, bytes, sha256 }: ObjectReference,
): Promise<Uint8Array> {
  const { store } = opening.found.destination
  try {
    const stored = await readObject(store, key, Math.min(bytes, largestList), opening.context.signal)
    opening.onFetched(stored.byteLength)
    if (stored.byteLength === bytes && sha256Of(stored) === sha256) return stored
  } catch (error) {
    if (hasCode(error, 'store-not-found')) {
      throw new HoldfastError('object-missing', `${key} is missing at ${store.name}`, {
        hint: 'Restore from another destination with --destination, or from an earlier backup.',
        context: { key, destination: store.name },
        cause: error,
      })
    }
    if (!hasCode(error, 'object-damaged')) throw error
  }
  throw new HoldfastError('object-damaged', `${key} is not what was written at ${store.name}`, {
    hint: 'Restore from another destination with --destination, or from an earlier backup.',
    context: { key, destination: store.name },
  })
}

/** The manifest as it is stored now: it must still be the one that the catalogue was made of. */
export async function fetchManifest(opening: Opening, entry: FoundBackup['entry']): Promise<Manifest> {
  const { job, id, manifestSha256: sha256, bytes } = entry
  const { store } = opening.found.destination
  const { manifest } = await readManifest(store, job, id, { signal: opening.context.signal, sha256 })
  opening.onFetched(bytes)
  return manifest
}

/** What `work` gives; undefined where it fails on damage and the opening spares that. */
export async function unlessDamaged<T>(opening: Opening, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (opening.onDamage === undefined || !blamesBackup(error)) throw error
    opening.onDamage(error)
    return undefined
  }
}
