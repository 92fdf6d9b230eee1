import type { Readable } from 'node:stream'
import type { IndexReader } from './index-entry.ts'
import type { Damage } from './salvage.ts'

export interface StoredStream {
  readonly name: string
  readonly mediaType: string
  /** Length of the plain stream in bytes. */
  readonly bytes: number
  /** Of the whole plain stream; absent where each file has its own hash. */
  readonly sha256?: string
}

/** One backup of a chain, opened for reading: decrypted, checked, in order. */
export interface ChainLink {
  readonly id: string
  readonly level: number
  readonly streams: readonly StoredStream[]
  /** The manifest's `source`. */
  readonly description: Readonly<Record<string, unknown>>
  readonly fingerprint?: unknown
  readonly index?: IndexReader
  /** Paths that the run could not read. */
  readonly unread: readonly string[]
  /** The whole plain stream, every byte verified before it is handed out. */
  open(stream: string): Readable
  /** Part of a plain stream; fetches only the frames it needs. */
  read(stream: string, offset: number, length: number): Promise<Uint8Array>
}

/** One backup of a chain of which anything may be damaged. */
export interface SalvageLink {
  readonly id: string
  /** Its index may lack pages, its streams frames. Absent where nothing of it can be opened. */
  readonly link?: ChainLink
  /** Why nothing of it, or not all of its index, can be read; the first cause found so far. */
  readonly why: () => Damage | undefined
}

/** Level 0 first. */
export type Chain = readonly ChainLink[]
