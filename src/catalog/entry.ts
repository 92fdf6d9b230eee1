import type { Manifest } from '../domain/manifest.ts'
import type { Proof } from '../domain/proof.ts'
import type { OpenedManifest } from './manifest.ts'

/** What many backups of a job have in common; kept once. */
export interface SharedFacts {
  readonly repository: string
  readonly tags: readonly string[]
  readonly host: string
  readonly version: string
  readonly source: Manifest['source']
  readonly evidence: Manifest['evidence']
  readonly encrypted: boolean
  /** Of its streams, in order, each once. */
  readonly mediaTypes: readonly string[]
}

/** The outcome of the newest drill of a backup. */
export interface ProofSummary {
  readonly key: string
  readonly result: Proof['result']
  readonly evidence: Proof['evidence']
  readonly finishedAt: Date
  readonly rtoSeconds: number
  readonly signedBy: string | undefined
}

/** A backup as the catalogue of one destination knows it: what lists, plans and chains need of its manifest. */
export interface CatalogueEntry extends SharedFacts {
  readonly key: string
  readonly etag: string
  /** Stored bytes of the manifest. */
  readonly bytes: number
  /** When the manifest was stored, by the store's clock. */
  readonly modified: Date
  /** Hex, of the stored bytes. */
  readonly manifestSha256: string
  readonly job: string
  readonly id: string
  readonly level: number
  readonly parent: Manifest['parent']
  readonly createdAt: Date
  readonly finishedAt: Date
  readonly unread: number
  readonly stats: Manifest['stats']
  readonly signedBy: string | undefined
  /** Keys of its single objects, which may lie anywhere; empty where it is kept in volumes. */
  readonly singles: readonly string[]
  /** Signed by a key of `trust`; always true where no trust is set. */
  readonly trusted: boolean
  /** Every ancestor is there with the hash that was built on, and no link is shredded. */
  readonly complete: boolean
  readonly held: boolean
  /** Its keys were destroyed. */
  readonly shredded: boolean
  /** Complete, and the newest conclusive drill that counts passed on just these manifests. */
  readonly proven: boolean
  /** The newest drill of just these manifests that counts. */
  readonly lastProof: ProofSummary | undefined
}

/** What {@link CatalogueEntry} takes from a manifest's bytes alone. */
export type ManifestFacts = Pick<
  CatalogueEntry,
  | 'manifestSha256'
  | 'level'
  | 'parent'
  | 'createdAt'
  | 'finishedAt'
  | 'unread'
  | 'stats'
  | 'signedBy'
  | 'singles'
> & { readonly shared: SharedFacts }

const none: readonly string[] = []

function singlesOf(manifest: Manifest): readonly string[] {
  const keys = manifest.streams.flatMap(({ object }) => object?.key ?? [])
  return keys.length === 0 ? none : keys
}

export function factsOf({ manifest, sha256, signedBy }: OpenedManifest): ManifestFacts {
  return {
    manifestSha256: sha256,
    level: manifest.level,
    parent: manifest.parent,
    createdAt: new Date(manifest.createdAt),
    finishedAt: new Date(manifest.finishedAt),
    unread: manifest.unread,
    stats: manifest.stats,
    signedBy,
    singles: singlesOf(manifest),
    shared: {
      repository: manifest.repository,
      tags: manifest.tags,
      host: manifest.host,
      version: manifest.tool.version,
      source: manifest.source,
      evidence: manifest.evidence,
      encrypted: manifest.encryption.type !== 'none',
      mediaTypes: [...new Set(manifest.streams.map((stream) => stream.mediaType))],
    },
  }
}
