import type { Finding } from '../../domain/finding.ts'
import type { LogLevel } from '../run-log.ts'

/** What a notifier may be told of. The most alarming of a notice gives it its title, in this order. */
export const occasions = [
  'failure',
  'proof-failed',
  'stale',
  'anomaly',
  'recovery',
  'success',
  'start',
] as const

export type Occasion = (typeof occasions)[number]

export interface NoticeDestination {
  readonly name: string
  readonly status: string
}

/** A line of a run's log. */
export interface NoticeLine {
  readonly time: Date
  readonly level: LogLevel
  readonly text: string
}

/** What happened to one job, for people who were not there. Every text of it is masked where it is sent. */
export interface Notice {
  readonly command: string
  readonly job: string
  readonly occasions: readonly Occasion[]
  /** As in `--json`: `success`, `partial`, `failed`, `started` … */
  readonly status: string
  readonly time: Date
  readonly host: string
  readonly version: string
  readonly run?: { readonly url?: string; readonly id?: string; readonly actor?: string }
  /** The same for all notices of one run: a UUID. */
  readonly runId: string
  /** Of the backup. */
  readonly id?: string
  readonly level?: number
  readonly seconds?: number
  readonly sourceBytes?: number
  readonly storedBytes?: number
  /** Stored bytes of the last backup that it can be compared with. */
  readonly previousStoredBytes?: number
  readonly files?: number
  readonly destinations: readonly NoticeDestination[]
  /** Further facts in words: what was checked, what was freed. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly warnings: readonly Finding[]
  readonly errors: readonly { readonly code: string; readonly message: string; readonly hint?: string }[]
  readonly log: readonly NoticeLine[]
}

/** Somebody who is told. */
export interface Notifier {
  readonly name: string
  /** Whether it wants to hear of this. */
  wants(notice: Pick<Notice, 'occasions' | 'command'>): boolean
  /** Rejects where it could not be told; the signal ends the attempt. */
  send(notice: Notice, signal: AbortSignal): Promise<void>
}

/** What notifiers touch of this process. */
export interface NotifierSurroundings {
  /** Proxies and PATH; children get it without secrets. */
  readonly environment: Readonly<Record<string, string>>
  readonly host: string
}
