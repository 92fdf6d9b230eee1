/** How much of a database was looked at: nothing, row counts, a sample of the rows, all of them. */
export type FingerprintDepth = 'none' | 'counts' | 'sample' | 'full'

/** What one table held. */
export interface TableFingerprint {
  /** `schema.table`, quoted as the server quotes names. */
  readonly name: string
  readonly depth: 'counts' | 'sample' | 'full'
  readonly rows: number
  /** Of all rows, or of those in the sample: 32 hex digits, whatever the order of the rows. */
  readonly hash?: string
  /** Rows in the sample. */
  readonly sampled?: number
}

/** Where a counter stood before the dump: a restored one must have got at least as far. */
export interface SequenceFingerprint {
  readonly name: string
  /** The last value given out, as decimal text; null where none was. */
  readonly value: string | null
  /** Negative: it counts down. */
  readonly increment: string
  /** It starts again at its end, so that values cannot be compared. */
  readonly cycles: boolean
}

/** Something that is in the database but not in its fingerprint. */
export interface SkippedRelation {
  readonly name: string
  readonly why: string
}

/** What belongs to a database itself rather than to what is in it; dumps of one database leave it out. */
export interface DatabaseProperties {
  readonly comment?: string
  /** Connections at once. */
  readonly connectionLimit?: number
  /** `name=value`, for everybody where `role` is empty. */
  readonly settings?: readonly { readonly role: string; readonly setting: string }[]
  /** Of others than the owner; `role` empty: everybody. Absent: what every new database gives. */
  readonly rights?: readonly { readonly role: string; readonly right: string; readonly grantable: boolean }[]
}

/** What one database held when it was dumped. */
export interface DatabaseFingerprint {
  readonly database: string
  /** The stream that holds its dump. */
  readonly stream: string
  /** What a new database is created with: `encoding`, `collate`, `ctype`, `provider`, `locale`, `owner`. */
  readonly creation: Readonly<Record<string, string>>
  readonly properties?: DatabaseProperties
  /** Of the server that it was taken on. */
  readonly serverMajor: number
  /** The least thorough look at any table. */
  readonly depth: FingerprintDepth
  /** Why it is not as thorough as it was wanted. */
  readonly fellBack?: string
  /** One row in so many is in a sample. */
  readonly oneIn?: number
  readonly tables: readonly TableFingerprint[]
  readonly sequences: readonly SequenceFingerprint[]
  /** Of what the schema is made of; equal on all majors. */
  readonly structure?: string
  /** Of the definitions as the server words them; can be compared on one major only. */
  readonly definitions?: string
  readonly extensions: readonly { readonly name: string; readonly version: string }[]
  readonly largeObjects?: { readonly count: number; readonly hash?: string }
  readonly skipped: readonly SkippedRelation[]
}

/** A role of the server, without its password. */
export interface RoleFingerprint {
  readonly name: string
  /** Such as `createdb login`, sorted. */
  readonly attributes: string
  readonly memberOf: readonly string[]
}

/** What a backup of databases says of itself, in meta. */
export interface ServerFingerprint {
  readonly format: 1
  readonly databases: readonly DatabaseFingerprint[]
  readonly roles?: readonly RoleFingerprint[]
  /** Which streams show one and the same state: a dump and its own fingerprint do, two databases never. */
  readonly snapshots: readonly { readonly streams: readonly string[]; readonly note: string }[]
}
