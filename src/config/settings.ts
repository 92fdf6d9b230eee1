import type { Secret } from '../domain/secret.ts'
import type { JobSettings } from './job-contract.ts'

export type * from './job-contract.ts'

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

/** A file whose content stands for a value. */
export interface ConfigFile {
  /** As it is written. */
  readonly file: string
  /** `signing.key`. */
  readonly path: string
}

/** What shows of a destination without its variables. */
export interface DestinationOutline {
  readonly type: string
  /** The keys that are there, whatever their values. */
  readonly keys: readonly string[]
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
  /** That of the process, and below it `--env-file` and `.env`: where variables and credentials come from. */
  readonly environment: Readonly<Record<string, string>>
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
  /** The files that it would read for its values; needs none of them. */
  files(wanted: Wanted): readonly ConfigFile[]
  /** Errors: `destination-unknown`. */
  outline(destination: string): DestinationOutline
}
