import type { Config } from '../config/settings.ts'
import type { Clock } from '../domain/clock.ts'
import type { Reporter } from '../domain/event.ts'
import type { Finding } from '../domain/finding.ts'
import type { Remedy, RightChange } from '../domain/right.ts'
import type { Source } from '../domain/source.ts'
import type { Store } from '../domain/store.ts'

/** Where and for whom a run happens; goes into manifests, proofs and logs. */
export interface RunIdentity {
  readonly host: string
  readonly version: string
  readonly run?: { readonly url?: string; readonly id?: string; readonly actor?: string }
}

/**
 * `read` refuses every change, `dry-run` reports changes instead of making them. `probe` is `write`, and what was found
 * out earlier about the store is found out anew; it also shows every version as it is, instead of the oldest.
 */
export type StoreMode = 'read' | 'write' | 'dry-run' | 'probe'

/** What composition knows of the drivers. Commands see only this. */
export interface Drivers {
  /**
   * `settings` as the driver's schema parsed them; absent for a restore without a configured job. `leaveOut` are
   * absolute paths that a source of files must not read: the destinations.
   */
  source(type: string, settings?: unknown, leaveOut?: readonly string[]): Source
  /** Where a destination lies on this host, if it does. */
  localPath(destination: { type: string; settings: unknown }): string | undefined
  /** What gives or takes a right at a destination; undefined where its kind knows no rights. */
  remedy(destination: { type: string; settings: unknown }, change: RightChange): Remedy | undefined
  /** Opens a store, with its retries and its bandwidth limit. */
  store(
    destination: { name: string; type: string; settings: unknown; bandwidth?: number },
    mode: StoreMode,
    signal: AbortSignal,
  ): Promise<Store>
}

/** Keeps the encrypted state of increments nearer than the store, by its key there. What it gives is not trusted. */
export interface StateCache {
  read(key: string): Promise<Uint8Array | undefined>
  keep(key: string, body: Uint8Array): Promise<void>
}

/** Everything a command may touch. Nothing else of the process is read. */
export interface CommandContext {
  readonly config: Config
  /** Reads another configuration file, for commands that have just written one. */
  readConfig(file: string): Config
  readonly drivers: Drivers
  readonly clock: Clock
  /** True while HOLDFAST_NOW replaces the wall clock. */
  readonly rehearsal: boolean
  readonly reporter: Reporter
  readonly signal: AbortSignal
  /** The process environment; children get it without Holdfast's secrets. */
  readonly environment: Readonly<Record<string, string>>
  readonly cwd: string
  /** Journals, caches and the state identity; 0700. */
  readonly stateDirectory: string
  /** Absent where nothing is kept but in the store. */
  readonly stateCache?: StateCache
  /** The worker thread's entry. */
  readonly workerUrl: URL
  readonly identity: RunIdentity
  /** Only these destinations; empty means those of the job. */
  readonly onlyDestinations: readonly string[]
  /** The file of `--identity`, used before the configuration's. */
  readonly identityFile?: string
  /** Asks a yes-or-no question; without a terminal and `--yes` it throws `confirmation-needed`. */
  confirm(question: string): Promise<void>
  /** Asks for a text; without a terminal it is `otherwise`, or throws `usage` naming the option that gives it. */
  ask(question: string, option: string, otherwise?: string): Promise<string>
  /** For `restore --to -`. */
  readonly stdout: NodeJS.WritableStream
}

/** Says what is going on; shown with `--verbose` and in events. */
export function step(context: CommandContext, message: string, job?: string): void {
  context.reporter.on({ type: 'step', message, ...(job === undefined ? {} : { job }) })
}

/** Reports a finding at once. */
export function tell(context: CommandContext, finding: Finding, job?: string): void {
  context.reporter.on({ type: 'finding', finding, ...(job === undefined ? {} : { job }) })
}
