import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { damaged } from './json.ts'
import { manifestKey } from './keys.ts'
import { decodeManifest, manifestLimit, type OpenedManifest } from './manifest.ts'
import { readIfPresent } from './object-io.ts'
import { parseTombstone } from './tombstones.ts'

export interface ReadManifestOptions {
  readonly trust?: readonly string[] | undefined
  readonly signal: AbortSignal
  /** Hex SHA-256 of the stored bytes that a listing or a child saw. */
  readonly sha256?: string
}

/**
 * The whole manifest of one backup. Errors: `backup-not-found` (a tombstone is no backup either), `manifest-damaged`,
 * also when it is not the one that was expected, `format-unsupported`.
 */
export async function readManifest(
  store: Store,
  job: string,
  id: string,
  options: ReadManifestOptions,
): Promise<OpenedManifest> {
  const key = manifestKey(job, id)
  const stored = await readIfPresent(store, key, 2 * manifestLimit, options.signal)
  if (!stored || parseTombstone(stored)) {
    throw new HoldfastError('backup-not-found', `${store.name} holds no backup ${id} of ${job}`, {
      hint: 'Run `holdfast list` to see the ids there are, at each destination.',
      context: { job, id, destination: store.name },
    })
  }
  const opened = decodeManifest(stored, key, options)
  if (options.sha256 === undefined || options.sha256 === opened.sha256) return opened
  throw damaged(
    { code: 'manifest-damaged', what: 'the manifest', key },
    'it is not the one that was listed before',
  )
}
