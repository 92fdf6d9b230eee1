import type { Manifest } from '../domain/manifest.ts'
import { HoldfastError } from '../errors/error.ts'
import { manifestPayloadType, openEnvelope, sealEnvelope } from './envelope.ts'
import { parseId } from './ids.ts'
import { checkShape, damaged, type Naming, parseJson } from './json.ts'
import { manifestKey } from './keys.ts'
import { manifestSchema } from './manifest-schema.ts'
import { sha256Of } from './object-io.ts'
import { parseManifestKey } from './parse-keys.ts'
import type { Signer } from './signing-key.ts'

/** Stored bytes of a manifest, envelope included. */
export const manifestLimit = 64 * 1024

/** A manifest with what was found out about its stored bytes. */
export interface OpenedManifest {
  readonly manifest: Manifest
  /** Lower-case hex SHA-256 of the stored bytes; children name it as `sha256:<hex>`. */
  readonly sha256: string
  readonly signedBy: string | undefined
  /** Always true where no trust is set. */
  readonly trusted: boolean
}

/**
 * From format n to n + 1, applied in order to a decoded payload before it is checked. A released format is read for
 * ever: a new one adds a line here, nothing is taken away.
 */
const migrations: Readonly<Record<number, (payload: unknown) => unknown>> = {}
const current = 1

/**
 * The stored bytes of a manifest, signed where a signer is given.
 * Errors: `internal` for a manifest that could not be read again, or of over 64 KiB, with the names of its largest fields.
 */
export function encodeManifest(manifest: Manifest, signer?: Signer): Uint8Array {
  const naming: Naming = { code: 'internal', what: 'the new manifest', key: manifest.id }
  checkShape(manifestSchema, manifest, naming)
  checkConsistent(manifest, manifest, naming)
  const stored = sealEnvelope(Buffer.from(JSON.stringify(manifest)), manifestPayloadType, signer)
  if (stored.byteLength <= manifestLimit) return stored
  const sizes = Object.entries(manifest)
    .map(([field, value]) => ({ field, bytes: JSON.stringify(value)?.length ?? 0 }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
  const largest = sizes.map(({ field, bytes }) => `${field} ${bytes}`).join(', ')
  throw new HoldfastError(
    'internal',
    `the manifest would have ${stored.byteLength} of at most ${manifestLimit} bytes`,
    {
      hint: `Split the job into several: the largest parts are ${largest} bytes.`,
      context: { job: manifest.job, id: manifest.id },
    },
  )
}

/**
 * Opens the stored bytes of the manifest at `key`. Errors: `manifest-damaged` naming the field, also for a manifest
 * that stands under another's key (swapped or replayed); `format-unsupported` for a newer format.
 */
export function decodeManifest(
  stored: Uint8Array,
  key: string,
  options: { readonly trust?: readonly string[] | undefined } = {},
): OpenedManifest {
  const naming: Naming = { code: 'manifest-damaged', what: 'the manifest', key }
  checkManifestSize(stored.byteLength, key)
  const { payload, payloadType, signedBy, trusted } = openEnvelope(stored, { trust: options.trust, naming })
  if (payloadType !== manifestPayloadType) throw damaged(naming, `payloadType: it holds ${payloadType}`)
  const manifest = checkShape(manifestSchema, migrate(parseJson(payload, naming), naming), naming) as Manifest
  checkConsistent(manifest, parseManifestKey(key) ?? { job: '', id: '' }, naming)
  return { manifest, sha256: sha256Of(stored), signedBy, trusted }
}

/** Errors: `manifest-damaged` for more bytes than a manifest may have; so it need not be fetched. */
export function checkManifestSize(bytes: number, key: string): void {
  if (bytes <= manifestLimit) return
  throw damaged(
    { code: 'manifest-damaged', what: 'the manifest', key },
    `it is larger than ${manifestLimit} bytes`,
  )
}

function migrate(payload: unknown, naming: Naming): unknown {
  const format = (payload as { format?: unknown } | null)?.format
  if (typeof format !== 'number' || !Number.isInteger(format))
    throw damaged(naming, 'format: expected a number')
  if (format > current) {
    throw new HoldfastError('format-unsupported', `the manifest ${naming.key} has format ${format}`, {
      hint: `Update Holdfast: this version reads formats up to ${current}.`,
      context: { key: naming.key },
    })
  }
  let value = payload
  for (let version = format; version < current; version++) {
    const step = migrations[version]
    if (!step) throw damaged(naming, `format: there never was a format ${version}`)
    value = step(value)
  }
  return value
}

/** What a schema of single fields cannot say. */
function checkConsistent(manifest: Manifest, name: { job: string; id: string }, naming: Naming): void {
  const { job, id, level, parent } = manifest
  if (job !== name.job || id !== name.id) {
    throw damaged(naming, `it belongs under ${manifestKey(job, id)}`)
  }
  if (parseId(id)?.level !== level) throw damaged(naming, `level: it is ${level}, unlike that of the id`)
  if (level === 0 && parent) throw damaged(naming, 'parent: a full backup has none')
  if (level > 0 && !parent) throw damaged(naming, 'parent: an increment has one')
  const parentLevel = parent && parseId(parent.id)?.level
  if (typeof parentLevel === 'number' && parentLevel >= level) {
    throw damaged(naming, `parent.id: level ${parentLevel} is no base for level ${level}`)
  }
  const names = new Set(manifest.streams.map((stream) => stream.name))
  if (names.size !== manifest.streams.length) throw damaged(naming, 'streams: two have the same name')
}
