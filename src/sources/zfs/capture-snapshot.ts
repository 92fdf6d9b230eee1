import type { CaptureContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type Dataset, listDatasets } from './datasets.ts'
import { heldBy, holdSnapshots } from './holds.ts'
import type { Owner } from './owner.ts'
import { fullName, listPoints, type Point } from './points.ts'
import type { ZfsSettings } from './settings.ts'
import { destroyPoints, newestMatching, snapshotName, takeSnapshot } from './snapshots.ts'

/** The snapshot that a backup is made of, one of each dataset. */
export interface CapturedSnapshot {
  readonly name: string
  readonly datasets: readonly { readonly dataset: Dataset; readonly guid: string }[]
  /** Datasets that have no snapshot of this name. */
  readonly without: readonly string[]
  /** All snapshots and bookmarks there are. */
  readonly points: readonly Point[]
  /** Held before this run by a backup that may need it: a run that fails must not let go of it. */
  readonly heldBefore: boolean
  /** That of the run that was interrupted. */
  readonly resumed: boolean
}

/** What a run journals: enough to find its snapshot again. */
interface ResumeToken {
  readonly name: string
  /** Guid by dataset. */
  readonly guids: Readonly<Record<string, string>>
}

/** The token of a snapshot, for {@link findAgain}. */
export function resumeToken({ name, datasets }: CapturedSnapshot): string {
  const token: ResumeToken = {
    name,
    guids: Object.fromEntries(datasets.map(({ dataset, guid }) => [dataset.name, guid])),
  }
  return JSON.stringify(token)
}

function join(name: string, all: readonly Dataset[], points: readonly Point[]) {
  const guids = new Map(
    points
      .filter((point) => point.type === 'snapshot' && point.name === name)
      .map((point) => [point.dataset, point.guid]),
  )
  const datasets = all.flatMap((dataset) => {
    const guid = guids.get(dataset.name)
    return guid === undefined ? [] : [{ dataset, guid }]
  })
  const without = all.map((dataset) => dataset.name).filter((one) => !guids.has(one))
  return { name, datasets, without, points }
}

/** The snapshot of an interrupted run; undefined where not all of it is there any more. */
async function findAgain(
  context: CaptureContext,
  { dataset, recursive }: ZfsSettings,
): Promise<CapturedSnapshot | undefined> {
  if (context.resume === undefined) return undefined
  const { name, guids } = JSON.parse(context.resume) as ResumeToken
  const all = await listDatasets(context, dataset, recursive)
  const wanted = all.filter((one) => guids[one.name] !== undefined)
  const found = join(name, wanted, await listPoints(context, dataset, recursive))
  const isSame =
    found.datasets.length === Object.keys(guids).length &&
    found.datasets.every(({ dataset: { name: one }, guid }) => guids[one] === guid)
  return isSame ? { ...found, heldBefore: false, resumed: true } : undefined
}

/** The snapshot to send: that of the interrupted run, the newest of somebody else's, or a new one; held either way. */
export async function captureSnapshot(
  context: CaptureContext,
  settings: ZfsSettings,
  owner: Owner,
): Promise<CapturedSnapshot> {
  const { dataset, recursive, snapshots } = settings
  const again = await findAgain(context, settings)
  if (again !== undefined) return again
  const own = snapshots === 'own'
  const name = own
    ? await takeSnapshot(context, settings, snapshotName(settings, context, context.level), owner)
    : newestMatching(dataset, snapshots, await listPoints(context, dataset, recursive)).name
  let points: readonly Point[] = []
  try {
    const all = await listDatasets(context, dataset, recursive)
    points = await listPoints(context, dataset, recursive)
    const held = own ? new Set<string>() : await heldBy(context, owner, points)
    const captured = {
      ...join(name, all, points),
      heldBefore: held.has(`${dataset}@${name}`),
      resumed: false,
    }
    if (captured.datasets[0]?.dataset.name !== dataset) {
      throw new HoldfastError('source-failed', `the snapshot ${dataset}@${name} is gone already`, {
        hint: 'Find out what destroys snapshots here, and run the backup again.',
        context: { dataset },
      })
    }
    await holdSnapshots(
      context,
      owner,
      captured.datasets.map((one) => `${one.dataset.name}@${name}`),
    )
    return captured
  } catch (error) {
    if (own) await destroyPoints(context, snapshotsOf(points, name)).catch(() => undefined)
    throw error
  }
}

function snapshotsOf(points: readonly Point[], name: string): string[] {
  return points.filter((point) => point.type === 'snapshot' && point.name === name).map(fullName)
}
