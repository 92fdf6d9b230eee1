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

export interface DestinationSettings {
  readonly name: string
  readonly type: string
  /** As the driver's schema parsed them. */
  readonly settings: unknown
  readonly leaseDestination?: string
  /** Bytes a second. */
  readonly bandwidth?: number
}

/** Each property is read on first use. */
export interface EncryptionSettings {
  /** `encryption: none`. */
  readonly none: boolean
  /** Throws `recipient-missing` where there is neither a recipient nor a passphrase nor `none`. */
  readonly recipients: readonly string[]
  readonly passphrase?: Secret | undefined
}

/** Each property is read on first use. */
export interface SigningSettings {
  readonly key?: Secret | undefined
  /** `ed25519:…`; empty: unsigned ones count. */
  readonly trust: readonly string[]
}

export interface NotifierSettings {
  readonly name: string
  readonly type: string
  /** In camel case: `startUrl`. */
  readonly settings: Readonly<Record<string, unknown>>
}

export interface MetricsSettings {
  readonly textfile?: string
  readonly pushgateway?: Secret
}

/** What a command is about to read. */
export interface Wanted {
  readonly jobs: readonly string[]
  /** Instead of those of the jobs. */
  readonly destinations?: readonly string[]
  readonly parts: readonly ConfigPart[]
}

export type ConfigPart =
  | 'source'
  | 'destinations'
  | 'encryption'
  | 'identity'
  | 'state-identity'
  | 'signing-key'
  | 'trust'
  | 'verify'
  | 'hooks'
  | 'notifiers'
  | 'metrics'

export interface ConfigVariable {
  readonly name: string
  /** False where it has a default, be it an empty one. */
  readonly required: boolean
  /** `jobs.app-db.source.url`. */
  readonly path: string
}

/**
 * A configuration: checked as far as that is possible without its variables, which are filled in when a value is
 * used. Everything that reads values may throw `config-variable-missing`, `config-file-unreadable`, `config-invalid`.
 */
export interface Config {
  /** Absent for flags and the environment alone. */
  readonly file?: string
  /** Relative paths start here: the file's directory, of `.github/holdfast.yml` the one above. */
  readonly directory: string
  /** UTC where absent. */
  readonly timezone: string
  readonly jobNames: readonly string[]
  readonly destinationNames: readonly string[]
  readonly targetNames: readonly string[]
  readonly notifierNames: readonly string[]
  /** Errors: `job-unknown`. */
  job(name: string): JobSettings
  /** Errors: `destination-unknown`. */
  destination(name: string): DestinationSettings
  encryption(): EncryptionSettings
  /** The text of `encryption.identity` or of its file. */
  identity(): Secret | undefined
  stateIdentity(): Secret | undefined
  signing(): SigningSettings
  /** A URL under `targets:`. Errors: `target-unknown`. */
  target(name: string): Secret
  /** Errors: `config-invalid` for a name that does not exist. */
  notifier(name: string): NotifierSettings
  metrics(): MetricsSettings
  /** Reads all that a command will need, so that everything missing or wrong is reported together, before it starts. */
  prepare(wanted: Wanted): void
  /** The `${NAME}`s that a command would read; needs none of them set. */
  variables(wanted: Wanted): readonly ConfigVariable[]
}
