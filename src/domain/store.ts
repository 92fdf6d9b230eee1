import type { Readable } from 'node:stream'

/** What a store promises. Declared by the driver, then held to it by the conformance suite. */
export interface StoreFeatures {
  /** `put` with `when: {absent: true}` has exactly one winner. */
  readonly createOnly: boolean
  /** `put` with `when: {etag}` has exactly one winner. */
  readonly compareAndSwap: boolean
  /** `get` with a range transfers only that range. */
  readonly range: boolean
  /** A `put` whose bytes do not hash to the given SHA-256 is refused by the store itself. */
  readonly enforcesSha256: boolean
  /** Overwritten and deleted objects stay reachable by version id. */
  readonly versions: boolean
  /** `retainUntil` is enforced by the store. */
  readonly objectLock: boolean
}

export interface StoredObject {
  readonly key: string
  readonly bytes: number
  /** Changes whenever the object's bytes are replaced by others. */
  readonly etag: string
  /** The store's own clock. What `put` returns is when it answered, which may differ by some seconds. */
  readonly modified: Date
  readonly sha256?: string
  readonly versionId?: string
  readonly retainUntil?: Date
  readonly tier?: string
  /** Other versions, or the marker of a deletion, lie over this one, which is the oldest. Set by `withOldestVersions`. */
  readonly tampered?: 'overwritten' | 'deleted' | undefined
}

/** One version of an object, or the marker of its deletion. */
export interface StoredVersion extends StoredObject {
  readonly versionId: string
  /** What readers without a version id see: this object, or, of a marker, none. */
  readonly latest: boolean
  /** A marker: the key was deleted, its older versions are still there. It has no bytes and no etag. */
  readonly deleted: boolean
}

export interface RetainOptions {
  readonly signal: AbortSignal
  /** The latest unless told. */
  readonly versionId?: string
}

export interface ThawOptions {
  readonly signal: AbortSignal
  /** How long the copy that can be read is to stay. */
  readonly days: number
}

export type ThawState = 'ready' | 'under-way'

export type PutCondition = { readonly absent: true } | { readonly etag: string }

export interface PutOptions {
  readonly signal: AbortSignal
  /** Lower-case hex SHA-256 of the body. */
  readonly sha256: string
  readonly when?: PutCondition
  readonly retainUntil?: Date
  /** False: not locked, also where the destination locks all that it is given; so nobody needs the right to lock. */
  readonly lock?: false
  readonly tier?: string
}

export interface PutStreamOptions {
  readonly signal: AbortSignal
  /** Expected bytes, for choosing part sizes. */
  readonly estimate?: number
  readonly when?: { readonly absent: true }
  readonly retainUntil?: Date
  readonly tier?: string
}

export interface ByteRange {
  /** First byte, from 0. */
  readonly offset: number
  readonly length: number
}

export interface GetOptions {
  readonly signal: AbortSignal
  readonly range?: ByteRange
  readonly versionId?: string
}

/**
 * An object store. Keys are `/`-separated, relative, ASCII (names are percent-encoded before they become keys).
 *
 * - `put` is atomic: readers see the whole object or none. When it returns, the object survives a power cut.
 *   A condition that does not hold: `store-condition-failed`, nothing changed. Wrong hash: `store-checksum-mismatch`.
 * - `get` of an absent key: `store-not-found`. A body that ends early is an error, never a short success.
 * - `stat` returns undefined for an absent object, and only for that; every other trouble throws.
 * - `list` yields every object whose key starts with `prefix`, in ascending byte order of the keys.
 * - `delete` of an absent key succeeds.
 * - Errors are HoldfastError; `retryable` says whether the same call may succeed later.
 * - What a store does not support it throws (`store-unsupported`); nothing is silently ignored. Of the optional methods
 *   `versions` is there exactly with the feature of that name, `retain` with `objectLock`.
 */
export interface Store {
  /** The destination's name in the configuration. */
  readonly name: string
  readonly features: StoreFeatures
  /** With `objectLock`: for how many milliseconds it keeps what it is given. */
  readonly lockFor?: number
  put(key: string, body: Uint8Array, options: PutOptions): Promise<StoredObject>
  /** One object from a stream, for `package: single`; appears whole or not at all. */
  putStream?(key: string, body: AsyncIterable<Uint8Array>, options: PutStreamOptions): Promise<StoredObject>
  get(key: string, options: GetOptions): Promise<Readable>
  stat(key: string): Promise<StoredObject | undefined>
  list(prefix: string): AsyncIterable<StoredObject>
  delete(key: string, options?: { readonly versionId?: string }): Promise<void>
  /** Every version and deletion marker below `prefix`: keys in byte order, of one key the newest first. */
  versions?(prefix: string): AsyncIterable<StoredVersion>
  /** Keeps an object from being deleted until then; extends what holds already, never shortens it. */
  retain?(key: string, until: Date, options: RetainOptions): Promise<void>
  /**
   * Asks for a readable copy of an archived object, whose `get` is `object-archived` until it is ready. Asking again
   * asks how far it is. An object that is not archived is ready.
   */
  thaw?(key: string, options: ThawOptions): Promise<ThawState>
}
