import type { Evidence } from './drill.ts'

/** An object that a manifest or a volume list names. */
export interface ObjectReference {
  readonly key: string
  /** Stored bytes. */
  readonly bytes: number
  /** Lower-case hex SHA-256 of the stored bytes. */
  readonly sha256: string
}

export type Compression =
  | { readonly type: 'zstd'; readonly level: number }
  | { readonly type: 'gzip'; readonly level: number }
  | { readonly type: 'none' }

export interface StreamSummary {
  readonly name: string
  readonly mediaType: string
  readonly compression: Compression
  readonly volumes: number
  /** Plain bytes of a frame. */
  readonly frame: number
  /** Plain bytes of a volume. */
  readonly span: number
  readonly storedBytes: number
  /** The one object of `package: single` or `7z`. */
  readonly object?: ObjectReference
  /** The object is an archive, encrypted by itself with the passphrase, and by nothing else. */
  readonly archive?: '7z'
}

export type ManifestEncryption =
  | { readonly type: 'age'; readonly recipient: string; readonly wraps: number }
  | { readonly type: 'none' }

export interface ManifestObjects {
  readonly volumes: ObjectReference
  readonly meta: ObjectReference
  readonly index?: ObjectReference
  readonly state?: ObjectReference
}

/** The commit point of a backup: what docs/format.md describes, version 1. */
export interface Manifest {
  readonly format: 1
  readonly repository: string
  readonly id: string
  readonly job: string
  readonly tags: readonly string[]
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly finishedAt: string
  readonly tool: { readonly name: 'holdfast'; readonly version: string }
  readonly host: string
  readonly run?: { readonly url?: string; readonly id?: string; readonly actor?: string }
  readonly source: Readonly<Record<string, string | number | boolean>> & { readonly type: string }
  readonly level: number
  /** `manifest` is `sha256:` and the hex hash of the stored bytes of the parent's manifest. */
  readonly parent: { readonly id: string; readonly manifest: string } | null
  readonly encryption: ManifestEncryption
  readonly streams: readonly StreamSummary[]
  readonly objects: ManifestObjects
  readonly evidence: Evidence
  readonly unread: number
  readonly stats: {
    readonly sourceBytes: number
    readonly storedBytes: number
    readonly seconds: number
    readonly files?: number
    readonly tables?: number
  }
}

/** One line of the volumes list. */
export interface VolumeRecord {
  readonly stream: string
  readonly seq: number
  readonly key: string
  /** Stored bytes. */
  readonly bytes: number
  readonly sha256: string
  /** Stored (compressed, before encryption) sizes of its frames, in order. */
  readonly frames: readonly number[]
}
