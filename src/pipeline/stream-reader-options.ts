import type { StreamSummary, VolumeRecord } from '../domain/manifest.ts'
import type { Secret } from '../domain/secret.ts'
import type { Store } from '../domain/store.ts'

export interface StreamReaderOptions {
  readonly store: Store
  readonly summary: Pick<StreamSummary, 'name' | 'compression' | 'frame' | 'span'>
  /** Those of this stream, in order. */
  readonly volumes: readonly VolumeRecord[]
  /** Plain bytes of the stream, where known. */
  readonly totalBytes?: number
  /** The data key; absent: not encrypted. */
  readonly identity?: Secret
  /** Threads; absent: cores, at most four. */
  readonly workers?: number
  readonly workerUrl: URL
  readonly signal: AbortSignal
  /** Told the stored bytes of every body that was fetched. */
  readonly onFetched?: (bytes: number) => void
}
