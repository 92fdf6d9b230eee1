/** How thoroughly a table was looked at. */
export type Depth = 'full' | 'sample' | 'counts'

export interface TableFingerprint {
  readonly database: string
  readonly table: string
  readonly depth: Depth
  readonly rows: string
  /** Sum of the rows' hashes, whatever their order: 32 hexadecimal digits; absent where rows were only counted. */
  readonly hash?: string
  /** Columns that the hash covers, in order. */
  readonly columns?: readonly string[]
}

export interface ObjectFingerprint {
  /** `table`, `view`, `procedure`, `function`, `trigger`, `event`. */
  readonly kind: string
  readonly database: string
  readonly name: string
  /** SHA-256 of its definition. */
  readonly sha256: string
}

/** What a database server held, in a form that the copy can be compared with. */
export interface Fingerprint {
  readonly format: 1
  readonly type: 'mysql'
  /** `mariadb 10.11`: definitions look different elsewhere. */
  readonly server: string
  /** Whether it was taken in the very snapshot that was dumped. */
  readonly matched: boolean
  /** Why not. */
  readonly unmatchedBecause?: string
  readonly databases: readonly string[]
  readonly tables: readonly TableFingerprint[]
  readonly objects: readonly ObjectFingerprint[]
  /** Tables that no snapshot covers: `shop.log (Aria)`. Outside of every comparison. */
  readonly outside: readonly string[]
}
