import type { Compression } from '../domain/manifest.ts'
import type { RetentionRules } from '../domain/retention.ts'
import type { Secret } from '../domain/secret.ts'

export interface SourceSettings {
  readonly type: string
  /** As the driver's schema parsed them; read on first use. */
  readonly settings: unknown
}

export interface JobDestination {
  readonly name: string
  /** What holds there: its own keep- rules or else the job's, with the job's floors and calendar. */
  readonly retention?: RetentionRules | undefined
}

export interface VerifyCheck {
  readonly name?: string | undefined
  /** One of the three. */
  readonly sql?: string | undefined
  readonly file?: string | undefined
  readonly run?: readonly string[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly equals?: string | number | boolean | undefined
}

export type VerifyServer = 'docker' | 'local' | { readonly image: string } | { readonly url: Secret }

export interface VerifySettings {
  readonly depth: 'exists' | 'checksum' | 'contents' | 'restore'
  /** Milliseconds. */
  readonly every?: number | undefined
  /** Milliseconds. */
  readonly budget?: number | undefined
  readonly checks: readonly VerifyCheck[]
  readonly server?: VerifyServer | undefined
}

export interface GuardSettings {
  /** Stored bytes. */
  readonly minSize?: { readonly limit: number; readonly then: 'warn' | 'fail' }
  /** `limit` is a fraction: 0.1 for 10 %. */
  readonly sizeChange?: { readonly limit: number; readonly then: 'warn' | 'fail' }
}

export interface HookSettings {
  readonly before?: readonly string[] | undefined
  readonly after?: readonly string[] | undefined
  readonly onFailure?: readonly string[] | undefined
}

/** What another tool left of the same source. */
export interface AdoptSettings {
  /** Templates of the names that it gave its backups, beside `objectName`. */
  readonly names: readonly string[]
  /** The destination at which zrb left chains of the dataset. */
  readonly zrb?: string | undefined
}

/**
 * A job with `defaults:` merged in, key by key, and the documented defaults. Every property is read on first use and
 * throws `config-variable-missing`, `config-file-unreadable` or `config-invalid` then: so do not spread it.
 * Times are milliseconds, paths absolute.
 */
export interface JobSettings {
  readonly name: string
  readonly source: SourceSettings
  readonly to: readonly JobDestination[]
  readonly every?: number | undefined
  /** A quarter of `every` where absent. */
  readonly grace?: number | undefined
  /** In order; of sources without increments by default only level 0. */
  readonly levels: readonly { readonly level: number; readonly slot: string }[]
  readonly tags: readonly string[]
  readonly compression: Compression
  readonly package: 'volumes' | 'single' | '7z'
  /** A template, see {@link renderTemplate}. */
  readonly objectName?: string | undefined
  readonly adopt: AdoptSettings
  readonly checksumFile: boolean
  /** Absent: nothing is ever deleted. Of one destination: see `to`. */
  readonly retention?: RetentionRules | undefined
  readonly guards: GuardSettings
  readonly verify?: VerifySettings | undefined
  readonly hooks: HookSettings
  readonly timeout?: number | undefined
  readonly parallel?: number | undefined
  readonly hashes: readonly ('sha256' | 'blake3')[]
  readonly allowUnread: readonly string[]
  readonly onMissingParent: 'skip' | 'full'
  readonly log?: { readonly file: string; readonly keep: number } | undefined
  readonly spool?: string | undefined
  readonly scratchDir?: string | undefined
  readonly notify: readonly string[]
  /** Labels of the runner. */
  readonly runner?: readonly string[] | undefined
  readonly environment?: string | undefined
}
