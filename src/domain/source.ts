import type { Readable } from 'node:stream'
import type { Chain, ChainLink, SalvageLink } from './chain.ts'
import type { Clock } from './clock.ts'
import type { Copies } from './copy.ts'
import type { DrillCheck, DrillOptions, DrillResult, Evidence } from './drill.ts'
import type { Finding } from './finding.ts'
import type { IndexSink } from './index-entry.ts'
import type { RestoreOptions, RestoreResult, RestoreTarget } from './restore.ts'
import type { SalvageOptions, SalvageResult } from './salvage.ts'

export type { Chain, ChainLink, SalvageLink, StoredStream } from './chain.ts'
export type { RestoreOptions, RestoreResult, RestoreTarget } from './restore.ts'

export interface SourceContext {
  readonly job: string
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Environment for children: the host's own, without Holdfast's secrets. */
  readonly environment: Readonly<Record<string, string>>
  /** Directory on a disk meant for large temporary files: `spool` of a backup, `scratch-dir` of restores and drills. */
  readonly scratch: string
  /** Kept on this host between runs, 0700: locks, and what has to be tidied up after a kill. */
  readonly stateDirectory: string
  /** Reports at once; the same finding is also kept in meta. */
  warn(finding: Finding): void
  /**
   * Fills in a template of the settings, such as a name of snapshots, by the clock in the configuration's time zone.
   * Errors: `config-invalid` for a word that has no value.
   */
  fillIn(template: string, words: Readonly<Record<string, string>>): string
}

/** The backup that an increment is based on. */
export interface ParentState {
  readonly id: string
  readonly level: number
  /** What the source's `state()` returned then. */
  readonly state: Uint8Array
}

export interface CaptureContext extends SourceContext {
  /** The level wanted: 0 without a parent. */
  readonly level: number
  readonly parent?: ParentState
  /** The id of the repository, for the names of what is made on the source: slots, holds. */
  readonly repository: string
  /** Receives index entries of sources that have an index. */
  readonly index: IndexSink
  /** Unread paths that are accepted (`allow-unread`). */
  readonly allowUnread: readonly string[]
  /**
   * The backup goes again as soon as it was looked at: no increment will build on it, and what earlier backups left in
   * the source for theirs must stay.
   */
  readonly throwaway?: boolean
  /** What {@link Capture.resume} was in a run of this level and parent that was interrupted. */
  readonly resume?: string
}

/** Sees every plain byte of a stream in order, synchronously, before it is compressed. */
export interface StreamObserver {
  write(chunk: Uint8Array): void
  /** The stream ended well. Throws a HoldfastError when what passed is not whole. */
  end(): void
}

export interface SourceStream {
  /** Unique in the backup; becomes part of keys, percent-encoded. */
  readonly name: string
  readonly mediaType: string
  /** Expected plain bytes, for the progress bar and part sizes. */
  readonly estimate?: number
  /** True where the observer replaces the SHA-256 of the whole stream (directories: each file has its own). */
  readonly observerReplacesHash?: boolean
  readonly observer?: StreamObserver
  /** True for what is compressed already, such as a zip archive: it is stored as it is. */
  readonly compressed?: boolean
  /**
   * Starts the producer. The stream ends only after the child exited with success: no EOF before exit 0,
   * otherwise it errors with a HoldfastError. Called once, streams one after another. Its chunks are the reader's to
   * free: nothing may keep or share them, an observer copies what it needs.
   */
  open(): Readable
}

export interface CaptureResult {
  /** What the next increment needs; absent where the source has no increments. */
  readonly state?: Uint8Array
  readonly evidence: Evidence
  /**
   * Paths that could not be read, as people read them. A backup with any that is not allowed is never a parent and no
   * recovery point. They make the run partial where a finding `unread-paths` of severity `error` says so.
   */
  readonly unread: readonly string[]
  readonly files?: number
  readonly tables?: number
  readonly fingerprint?: unknown
  /** Tool output worth keeping, for meta. */
  readonly toolOutput?: string
}

export interface Capture {
  /** The level it really is: 0 where the parent could not be used. */
  readonly level: number
  /** Why an increment became a full backup. */
  readonly fullBecause?: string
  /** For the manifest's `source`: type, tool and server versions; no names, no secrets. */
  readonly description: Readonly<Record<string, string | number | boolean>>
  readonly streams: readonly SourceStream[]
  /**
   * Where a later run can read the very same streams again: what it needs to know for that; no secret. The run is then
   * journaled, and what it stored need not be stored again.
   */
  readonly resume?: string
  /** The streams are those of the interrupted run that `CaptureContext.resume` told of. */
  readonly resumed?: boolean
  /** After all streams ended: the verdict. Throws if this must not become a backup. */
  finish(): Promise<CaptureResult>
  /**
   * The backup is in the catalogue of at least one destination: what only earlier increments needed may go. An error
   * is a warning of the run, never its failure.
   */
  committed?(): Promise<void>
  /** Idempotent: ends children, removes what the capture made and no committed backup needs. Safe after `finish`. */
  abort(): Promise<void>
  /** Instead of `abort` where a later run will go on: ends children and keeps what that run reads. */
  suspend?(): Promise<void>
}

/** A kind of thing that can be backed up. */
export interface Source {
  readonly type: string
  /** Whether levels above 0 exist. */
  readonly incremental: boolean
  /** What it has for an `object-name` template: `basename`, `pool`, `dataset`, `database`. */
  readonly templateWords?: Readonly<Record<string, string>>
  /** True where a plain word after `--to` names a dataset rather than a path. */
  readonly restoresToDataset?: boolean
  /** True where a drill restores into a throwaway server. */
  readonly drillsOnServer?: boolean
  /** Absent where a copy always goes with its drill. */
  readonly copies?: Copies
  /** Sentences for the plan of a restore, by the `source` of the backup's manifest. */
  restoreNotes?(description: Readonly<Record<string, unknown>>, target: RestoreTarget): readonly string[]
  /** Whether what a backup left in the source is still there to be built on, by its `state()`; absent: it always is. */
  canBuildOn?(context: SourceContext, state: Uint8Array): Promise<boolean>
  /** Takes a snapshot and nothing else; returns the full names of what was made. */
  snapshot?(context: SourceContext): Promise<readonly string[]>
  /** Reachability, tools and their versions, rights, free space. Never throws for what it finds: it returns it. */
  preflight(context: SourceContext): Promise<Finding[]>
  capture(context: CaptureContext): Promise<Capture>
  restore(context: SourceContext, chain: Chain, options: RestoreOptions): Promise<RestoreResult>
  /**
   * Restores what another tool made of the same kind of source, decompressed: its one stream is `archive`. Absent: only
   * files can be made of it. Errors: `usage` for a target that it cannot go to.
   */
  restoreForeign?(context: SourceContext, link: ChainLink, options: RestoreOptions): Promise<RestoreResult>
  /** Brings back what is undamaged and names the rest; never a byte that was not checked. Absent: all or nothing. */
  salvage?(
    context: SourceContext,
    chain: readonly SalvageLink[],
    options: SalvageOptions,
  ): Promise<SalvageResult>
  /**
   * The fingerprint of a stream that another tool stored whole, by its first bytes, so that `restore` can take it. Absent:
   * no chains of others can be adopted. Errors: `object-damaged`, `store-unsupported`.
   */
  foreignPrint?(stream: string, head: Uint8Array): unknown
  /** Brings up a throwaway copy of the chain and compares it with what the backup says of itself. */
  drill(context: SourceContext, chain: Chain, options: DrillOptions): Promise<DrillResult>
  /** Reads every stream and compares it with what its index says; for sources whose streams have no hash of their own. */
  contents?(context: SourceContext, chain: Chain): Promise<readonly DrillCheck[]>
}
