import type { SourceContext } from '../../domain/source.ts'
import { callZfs } from './call.ts'
import { heldBy, holdSnapshots, releaseSnapshots } from './holds.ts'
import type { Owner } from './owner.ts'
import { fullName, listPoints, type Point } from './points.ts'
import type { ZfsSettings } from './settings.ts'
import { destroyPoints } from './snapshots.ts'
import type { BaseState } from './state.ts'

/** What a pool still has to do for a job. */
export interface TidyPlan {
  /** Snapshots of which a bookmark is made, with its name. */
  readonly bookmark: readonly { readonly snapshot: string; readonly bookmark: string }[]
  readonly hold: readonly string[]
  readonly release: readonly string[]
  readonly destroy: readonly string[]
}

/** `dataset` and guid of every point that an increment may build on, with whether it is sent raw. */
function neededGuids(bases: readonly BaseState[]): Map<string, boolean> {
  return new Map(
    bases.flatMap(({ datasets }) =>
      datasets.map(({ name, guid, flags }) => [`${name} ${guid}`, flags.raw] as const),
    ),
  )
}

export interface TidyFacts extends Pick<ZfsSettings, 'keepBase'> {
  readonly features: ReadonlySet<string>
  /** Full names of the snapshots that the owner holds. */
  readonly held: ReadonlySet<string>
}

/**
 * What keeps just what `bases` need: as bookmarks, or as held snapshots where the settings say so or the pool knows no
 * bookmark that raw increments can build on. Only snapshots that the owner made are destroyed.
 */
export function planTidy(
  points: readonly Point[],
  bases: readonly BaseState[],
  owner: Owner,
  { keepBase, features, held }: TidyFacts,
): TidyPlan {
  const needed = neededGuids(bases)
  const isBookmarked = (raw: boolean) =>
    keepBase === 'bookmark' && features.has(raw ? 'bookmark_v2' : 'bookmarks')
  const bookmarked = new Set(
    points.filter(({ type }) => type === 'bookmark').map(({ dataset, guid }) => `${dataset} ${guid}`),
  )
  const taken = new Set(points.map(fullName))
  const plan = {
    bookmark: [] as { snapshot: string; bookmark: string }[],
    hold: [] as string[],
    release: [] as string[],
    destroy: [] as string[],
  }
  for (const point of points) {
    const { type, dataset, guid, name } = point
    const key = `${dataset} ${guid}`
    const raw = needed.get(key)
    const full = fullName(point)
    if (type === 'bookmark') {
      const isOurs = name.startsWith(owner.bookmarkPrefix)
      if (isOurs && raw === undefined) plan.destroy.push(full)
      continue
    }
    if (raw !== undefined && !isBookmarked(raw)) {
      if (!held.has(full)) plan.hold.push(full)
      continue
    }
    if (raw !== undefined && !bookmarked.has(key)) {
      const wanted = `${dataset}#${owner.bookmarkPrefix}${name}`
      plan.bookmark.push({ snapshot: full, bookmark: taken.has(wanted) ? `${wanted}-${guid}` : wanted })
    }
    if (held.has(full)) plan.release.push(full)
    if (point.owner === owner.value) plan.destroy.push(full)
  }
  return plan
}

/** Makes the pool keep just what increments of the job may build on. Errors: `tool-failed`. */
export async function tidy(
  context: Pick<SourceContext, 'environment' | 'signal'>,
  settings: Pick<ZfsSettings, 'dataset' | 'recursive' | 'keepBase'>,
  owner: Owner,
  bases: readonly BaseState[],
  features: ReadonlySet<string>,
): Promise<void> {
  const points = await listPoints(context, settings.dataset, settings.recursive)
  const held = await heldBy(context, owner, points)
  const plan = planTidy(points, bases, owner, { keepBase: settings.keepBase, features, held })
  for (const { snapshot, bookmark } of plan.bookmark) await callZfs(context, 'bookmark', snapshot, bookmark)
  await holdSnapshots(context, owner, plan.hold)
  await releaseSnapshots(context, owner, plan.release)
  // A snapshot that somebody else holds as well stays, for now.
  await destroyPoints(context, plan.destroy)
}
