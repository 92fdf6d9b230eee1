import type { Compression } from '../domain/manifest.ts'
import type { StreamObserver } from '../domain/source.ts'

export interface SingleOptions {
  readonly compression: Compression
  /** Plain bytes of a frame; 2 MiB when absent. */
  readonly frame?: number
  /** Absent: the compressed stream as it is. */
  readonly recipient?: string
  readonly hashes: { readonly sha256: boolean; readonly blake3: boolean }
  readonly observer?: StreamObserver
  readonly onBytes?: (bytes: number) => void
  readonly signal: AbortSignal
  /** Frames compressed at a time; absent: cores, at most four. */
  readonly workers?: number
}
