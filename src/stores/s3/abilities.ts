import type { StoreFeatures } from '../../domain/store.ts'

/** What a bucket was found to do, request by request; see probe.ts. */
export interface Abilities {
  /** `PutObject` honours `If-None-Match: *`. */
  readonly createOnly: boolean
  /** `CompleteMultipartUpload` honours it as well. */
  readonly completeCreateOnly: boolean
  /** How `If-Match` wants its ETag; `none` where it is ignored or refused. */
  readonly ifMatch: 'quoted' | 'bare' | 'none'
  /** Bytes that do not match their SHA-256 are refused. */
  readonly enforcesSha256: boolean
  /** `x-amz-checksum-sha256` is known. */
  readonly checksumHeader: boolean
  /** Overwritten and deleted objects stay. */
  readonly versions: boolean
}

/** What is safe to believe of a store that was not tried. */
export const untried: Abilities = {
  createOnly: false,
  completeCreateOnly: false,
  ifMatch: 'none',
  enforcesSha256: false,
  checksumHeader: false,
  versions: false,
}

/** Object Lock cannot be without versions. */
export function featuresOf(abilities: Abilities, locks: boolean): StoreFeatures {
  return {
    createOnly: abilities.createOnly,
    compareAndSwap: abilities.ifMatch !== 'none',
    range: true,
    enforcesSha256: abilities.enforcesSha256,
    versions: abilities.versions || locks,
    objectLock: locks,
  }
}
