import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { callZfs, said } from './call.ts'
import { poolOf } from './datasets.ts'
import { matchesName } from './name-pattern.ts'
import { type Owner, ownerProperty } from './owner.ts'
import type { Point } from './points.ts'
import { defaultSnapshotName, type ZfsSettings } from './settings.ts'

/** Characters that the name of a snapshot can have. */
const nameCharacters = /^[A-Za-z0-9_.:-]+$/

/** The name that the settings give to a snapshot of now. Errors: `config-invalid`. */
export function snapshotName(
  settings: Pick<ZfsSettings, 'dataset' | 'snapshotName'>,
  context: Pick<SourceContext, 'job' | 'fillIn'>,
  level: number,
): string {
  const template = settings.snapshotName ?? defaultSnapshotName
  const dataset = settings.dataset.split('/').slice(1).join('.')
  const name = context.fillIn(template, {
    job: context.job,
    level: String(level),
    pool: poolOf(settings.dataset),
    dataset: dataset === '' ? poolOf(settings.dataset) : dataset.replaceAll(' ', '_'),
  })
  if (nameCharacters.test(name)) return name
  throw new HoldfastError('config-invalid', `${name} cannot be the name of a snapshot`, {
    hint: 'Use letters, digits, hyphen, underscore, dot and colon in snapshot-name.',
    context: { job: context.job, template },
  })
}

/** Two snapshots of one second get names of their own. */
const attempts = 20

/**
 * Takes a snapshot, of all datasets at the same instant where `recursive`, marked as the owner's if it is anybody's. Returns its name.
 * Errors: `tool-failed`.
 */
export async function takeSnapshot(
  context: Pick<SourceContext, 'environment' | 'signal'>,
  { dataset, recursive }: Pick<ZfsSettings, 'dataset' | 'recursive'>,
  wanted: string,
  owner: Owner | undefined,
): Promise<string> {
  const scope = recursive ? ['-r'] : []
  const mark = owner === undefined ? [] : ['-o', `${ownerProperty}=${owner.value}`]
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? wanted : `${wanted}-${attempt}`
    try {
      await callZfs(context, 'snapshot', ...scope, ...mark, `${dataset}@${name}`)
      return name
    } catch (error) {
      if (!said(error, /already exists/) || attempt === attempts) throw error
    }
  }
}

/** The newest snapshot of the dataset whose name matches. Errors: `source-unreadable` where none does. */
export function newestMatching(dataset: string, pattern: string, points: readonly Point[]): Point {
  const found = points.findLast(
    (point) => point.type === 'snapshot' && point.dataset === dataset && matchesName(pattern, point.name),
  )
  if (found !== undefined) return found
  throw new HoldfastError('source-unreadable', `no snapshot of ${dataset} matches ${pattern}`, {
    hint: 'Correct `snapshots:`, or leave it out so that Holdfast takes the snapshots.',
    context: { dataset },
  })
}

/** A name that is gone, or that somebody else still needs: a hold, a clone, a send that runs. */
const stays = /could not find any snapshots|does not exist|dataset is busy|dependent clones|being held/

/** Destroys snapshots or bookmarks, never more: each name must be one. What others need stays. */
export async function destroyPoints(
  context: Pick<SourceContext, 'environment' | 'signal'>,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    if (!/[@#]/.test(name)) throw new HoldfastError('internal', `${name} is no snapshot`)
    try {
      await callZfs(context, 'destroy', name)
    } catch (error) {
      if (!said(error, stays)) throw error
    }
  }
}
