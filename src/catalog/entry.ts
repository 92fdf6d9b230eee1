import type { Manifest } from '../domain/manifest.ts'
import type { Proof } from '../domain/proof.ts'
import { isOutside } from './keys.ts'
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
  /** A stream is a 7z archive, which its passphrase opens and no wrapped key. */
  readonly archived: boolean
  /** Of its streams, in order, each once. */
  readonly mediaTypes: readonly string[]
}

/** The outcome of the newest drill of a backup. */
export interface ProofSummary {
  readonly key: string
  /** The destination that was read, by the name it had where the drill ran. */
  readonly destination: string
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
  /** Keys of the objects that it has outside of its own folder. */
  readonly outside: readonly string[]
  readonly signedBy: string | undefined
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
  /** The newest one that counts and came to a verdict: `passed` or `failed`. */
  readonly lastVerdict: ProofSummary | undefined
  /** The newest one that counts and passed, whatever came after it. */
  readonly lastPass: ProofSummary | undefined
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
  | 'outside'
  | 'signedBy'
> & { readonly shared: SharedFacts }

const nothing: readonly string[] = []
const skew = 3_600_000

/**
 * When a backup was made, as far as that can be believed: a host whose clock is ahead dates its backups later than the
 * store got them, and must not pass for the newest until that date has come.
 */
export function madeAt({ createdAt, modified }: { createdAt: Date; modified?: Date | undefined }): Date {
  const isAhead = modified !== undefined && createdAt.getTime() > modified.getTime() + skew
  return isAhead ? modified : createdAt
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
    outside: outsideOf(manifest),
    signedBy,
    shared: {
      repository: manifest.repository,
      tags: manifest.tags,
      host: manifest.host,
      version: manifest.tool.version,
      source: manifest.source,
      evidence: manifest.evidence,
      encrypted: manifest.encryption.type !== 'none',
      archived: manifest.streams.some(({ archive }) => archive !== undefined),
      mediaTypes: [...new Set(manifest.streams.map((stream) => stream.mediaType))],
    },
  }
}

function outsideOf({ streams }: Manifest): readonly string[] {
  const keys = streams.flatMap(({ object }) => (object && isOutside(object.key) ? [object.key] : []))
  return keys.length === 0 ? nothing : keys
}
