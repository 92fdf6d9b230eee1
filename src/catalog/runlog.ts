import { z } from 'zod'
import { maskSecrets } from '../domain/secret.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import { preciseTime } from './ids.ts'
import { checkShape, type Naming, parseJson } from './json.ts'
import { auditKey, branchPrefix, drillLogKey, runLogKey, verifyLogKey } from './keys.ts'
import { createObject, readIfPresent } from './object-io.ts'
import { parseLogKey } from './parse-keys.ts'

const largest = 4 * 1024 * 1024

const schema = z.looseObject({
  format: z.literal(1),
  command: z.string(),
  job: z.string(),
  id: z.string(),
  status: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
})

/** The log of a run, a drill or a verification, failed ones too. Further fields are kept as they are; never a secret, never names of content. */
export interface RunLog {
  readonly format: 1
  readonly command: string
  readonly job: string
  readonly id: string
  /** As in `--json`: `success`, `partial`, `failed` … */
  readonly status: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly [further: string]: unknown
}

/** JSON whose every text is masked: a tool's message may hold what a log must not. */
function maskedBytes(value: unknown): Uint8Array {
  const masked = (_: string, field: unknown) => (typeof field === 'string' ? maskSecrets(field) : field)
  return Buffer.from(`${JSON.stringify(value, masked)}\n`)
}

async function write(store: Store, key: string, value: unknown, signal: AbortSignal): Promise<string> {
  if (await createObject(store, key, maskedBytes(value), signal)) return key
  throw new HoldfastError('commit-conflict', `there is a log ${key} already`, {
    hint: 'Two runs used the same id or the same millisecond; the log that is there was kept.',
    context: { key, destination: store.name },
  })
}

/** Writes the log of a run under its id, once; masks secrets. Errors: `commit-conflict`. */
export function writeRunLog(store: Store, log: RunLog, signal: AbortSignal): Promise<string> {
  return write(store, runLogKey(log.job, log.id), log, signal)
}

/** Writes the log of a drill of the backup `id`; masks secrets. Errors: `commit-conflict`. */
export function writeDrillLog(store: Store, log: RunLog, signal: AbortSignal): Promise<string> {
  return write(store, drillLogKey(log.job, log.id, preciseTime(new Date(log.finishedAt))), log, signal)
}

/** Writes the log of a verification whose newest backup is `id`; masks secrets. Errors: `commit-conflict`. */
export function writeVerifyLog(store: Store, log: RunLog, signal: AbortSignal): Promise<string> {
  return write(store, verifyLogKey(log.job, log.id, preciseTime(new Date(log.finishedAt))), log, signal)
}

/** One deletion: who, by which plan, why. */
export interface AuditLine {
  readonly action: string
  readonly job: string
  readonly id: string
  readonly reason: string
}

/** What a cleanup deletes; to be written before it does. */
export interface Audit {
  readonly time: Date
  readonly actor: string
  /** `sha256:` and hex, of the plan as it was shown. */
  readonly plan: string
  readonly lines: readonly AuditLine[]
}

/** Writes an audit under `logs/_cleanup/`. Errors: `commit-conflict`. */
export function writeAudit(store: Store, audit: Audit, signal: AbortSignal): Promise<string> {
  const value = { format: 1, ...audit, time: audit.time.toISOString() }
  return write(store, auditKey(preciseTime(audit.time)), value, signal)
}

/** Errors: `object-damaged`; undefined for a log that is not there. */
export async function readRunLog(
  store: Store,
  key: string,
  signal: AbortSignal,
): Promise<RunLog | undefined> {
  const naming: Naming = { code: 'object-damaged', what: 'the log', key }
  const stored = await readIfPresent(store, key, largest, signal)
  return stored && (checkShape(schema, parseJson(stored, naming), naming) as RunLog)
}

const kinds = ['run', 'drill', 'verify'] as const

type LogKind = (typeof kinds)[number]

export interface RecentLogsOptions {
  readonly signal: AbortSignal
  /** How many, the newest ones. */
  readonly newest: number
}

/** Keys of a job's newest logs of each kind, newest first, by one listing. */
async function newestKeys(
  store: Store,
  job: string,
  newest: number,
): Promise<Readonly<Record<LogKind, { key: string; order: string }[]>>> {
  const found: Record<LogKind, { key: string; order: string }[]> = { run: [], drill: [], verify: [] }
  for await (const { key } of store.list(branchPrefix('logs', job))) {
    const name = parseLogKey(key)
    if (!name) continue
    const own = found[name.drill ? 'drill' : name.verify ? 'verify' : 'run']
    own.push({ key, order: (name.drill ?? name.verify)?.toISOString() ?? name.id })
    if (own.length >= 2 * newest + 1000) keepNewest(own, newest)
  }
  for (const kind of kinds) keepNewest(found[kind], newest)
  return found
}

async function readLogs(
  store: Store,
  keys: readonly { key: string }[],
  signal: AbortSignal,
): Promise<RunLog[]> {
  const logs: RunLog[] = []
  for (const { key } of keys) {
    try {
      const log = await readRunLog(store, key, signal)
      if (log) logs.push(log)
    } catch (error) {
      if (!hasCode(error, 'object-damaged')) throw error
    }
  }
  return logs
}

/** A job's newest logs of runs, or of one other kind, newest first; damaged ones are left out. */
export async function recentRunLogs(
  store: Store,
  job: string,
  { newest, signal, kind = 'run' }: RecentLogsOptions & { readonly kind?: LogKind },
): Promise<RunLog[]> {
  return readLogs(store, (await newestKeys(store, job, newest))[kind], signal)
}

/** A job's newest logs of every kind together, by when they began; damaged ones are left out. */
export async function recentLogs(
  store: Store,
  job: string,
  { newest, signal }: RecentLogsOptions,
): Promise<RunLog[]> {
  const keys = await newestKeys(store, job, newest)
  const logs = await Promise.all(kinds.map((kind) => readLogs(store, keys[kind], signal)))
  return logs
    .flat()
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
    .slice(0, newest)
}

function keepNewest(keys: { order: string }[], count: number): void {
  keys.sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0))
  keys.length = Math.min(keys.length, count)
}
