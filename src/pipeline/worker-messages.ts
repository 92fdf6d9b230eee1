import type { FrameFormat } from '../codec/frames.ts'
import type { SealedVolume, SealFramesOptions } from '../codec/seal-frames.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import type { ErrorCode } from '../errors/codes.ts'

/** Makes a volume of the first `bytes` of `plain` in `out`. */
export interface SealTask {
  readonly type: 'seal'
  readonly plain: SharedArrayBuffer
  readonly bytes: number
  readonly out: SharedArrayBuffer
  readonly options: SealFramesOptions
  /** Also hash the plain bytes. */
  readonly plainHash: boolean
}

/** Opens the volume in `stored`, overwriting it. */
export interface OpenTask {
  readonly type: 'open'
  readonly stored: SharedArrayBuffer
  readonly volume: VolumeRecord
  readonly format: FrameFormat
  /** Absent: not encrypted. */
  readonly payloadKey?: Uint8Array
}

/** Hashes plain bytes. */
export interface DigestTask {
  readonly type: 'digest'
  readonly plain: SharedArrayBuffer
  readonly bytes: number
}

/** Feeds the BLAKE3 of a stream; tasks of one stream run in order. */
export interface HashTask {
  readonly type: 'hash'
  readonly stream: number
  readonly plain: SharedArrayBuffer
  readonly bytes: number
}

/** Ends the BLAKE3 of a stream. */
export interface HashEndTask {
  readonly type: 'hash-end'
  readonly stream: number
}

export interface TaskResults {
  seal: SealedVolume & { readonly plainSha256?: string }
  /** Plain frames; their memory moves to the thread that asked. */
  open: { readonly frames: readonly Uint8Array<ArrayBuffer>[] }
  digest: { readonly sha256: string }
  hash: null
  'hash-end': { readonly hex: string }
}

export type Task = SealTask | OpenTask | DigestTask | HashTask | HashEndTask

/** A HoldfastError on its way between threads, where classes are lost. */
export interface ErrorMessage {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string | undefined
  readonly context: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  readonly cause: string | undefined
}

export type Reply = { readonly result: TaskResults[keyof TaskResults] } | { readonly error: ErrorMessage }
