import {
  type JournalHeader,
  type JournalVolume,
  readJournals,
  removeJournal,
  type StoredJournal,
} from '../../catalog/journal.ts'
import { dataPrefix, manifestKey, stateKey } from '../../catalog/keys.ts'
import { findObject } from '../../catalog/object-io.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { CommandContext } from '../context.ts'
import type { Base } from './base.ts'
import type { Stocked } from './parent.ts'

type ResumeFacts = NonNullable<JournalHeader['resume']>

/** A run that was interrupted and can be gone on with. */
export interface Resumable {
  readonly header: JournalHeader & { readonly resume: ResumeFacts }
  /** Those that every destination has. */
  readonly volumes: readonly JournalVolume[]
}

/** What has to be the same in both runs; no secret. */
export function termsOf(context: CommandContext, job: JobSettings, base: Base): string {
  const { none, recipients, passphrase } = context.config.encryption()
  return JSON.stringify({
    destinations: base.destinations.map(({ name }) => name).sort(),
    encryption: none ? 'none' : { recipients: [...recipients].sort(), passphrase: passphrase !== undefined },
    compression: job.compression,
    package: job.package,
  })
}

function fits(context: CommandContext, job: JobSettings, base: Base, { header }: StoredJournal): boolean {
  const { resume, repository } = header
  return (
    resume !== undefined &&
    repository === base.destinations[0]?.repository.repository &&
    resume.wanted === base.level &&
    resume.wantedParent === (base.parent?.entry.id ?? null) &&
    resume.terms === termsOf(context, job, base)
  )
}

/** Keys and sizes of what a destination has of the run; undefined where it must not be gone on with there. */
async function objectsAt(
  { store }: Stocked,
  { job, id, resume }: Resumable['header'],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number> | undefined> {
  // Committed already, or given up by cleanup.
  if (await findObject(store, manifestKey(job, id))) return undefined
  for (const { key, bytes } of resume.wraps) {
    if ((await findObject(store, key))?.bytes !== bytes) return undefined
  }
  const found = new Map<string, number>()
  for await (const { key, bytes } of store.list(`${dataPrefix(job, id)}/`)) {
    signal.throwIfAborted()
    found.set(key, bytes)
  }
  const state = await findObject(store, stateKey(job, id))
  if (state) found.set(state.key, state.bytes)
  return found
}

async function journalsOf(context: CommandContext, job: string): Promise<readonly StoredJournal[]> {
  const { journals } = await readJournals(context.stateDirectory)
  return journals.filter(({ header }) => header.job === job)
}

/**
 * The newest interrupted run of this job, level and parent that all destinations can go on with. The job's lease is held,
 * so the runs of its journals are dead.
 */
export async function findResumable(
  context: CommandContext,
  job: JobSettings,
  base: Base,
): Promise<Resumable | undefined> {
  if (job.package !== 'volumes') return undefined
  for (const journal of (await journalsOf(context, job.name)).toReversed()) {
    const { resume } = journal.header
    if (resume === undefined || !fits(context, job, base, journal)) continue
    const header = { ...journal.header, resume }
    const places = await Promise.all(
      base.destinations.map((destination) => objectsAt(destination, header, context.signal)),
    )
    if (places.some((place) => place === undefined)) continue
    const state = stateKey(header.job, header.id)
    const withState = places.filter((place) => place?.has(state)).length
    if (withState !== 0 && withState !== places.length) continue
    const volumes = journal.volumes.filter(({ key, bytes }) =>
      places.every((place) => place?.get(key) === bytes),
    )
    return { header, volumes }
  }
  return undefined
}

/** Removes the journals of the job's dead runs: their objects are garbage for cleanup. */
export async function forgetRuns(context: CommandContext, job: string, repository: string): Promise<void> {
  for (const { path, header } of await journalsOf(context, job)) {
    if (header.repository === repository) await removeJournal(path)
  }
}
