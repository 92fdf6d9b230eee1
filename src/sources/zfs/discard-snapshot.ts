import type { CaptureContext } from '../../domain/source.ts'
import type { CapturedSnapshot } from './capture-snapshot.ts'
import { heldBy, releaseSnapshots } from './holds.ts'
import { ownerOf } from './owner.ts'
import { fullName, listPoints } from './points.ts'
import type { ZfsSettings } from './settings.ts'
import { destroyPoints } from './snapshots.ts'

/** A run that failed, or whose backup goes again, leaves nothing: its hold goes, and the snapshot if it made it. */
export async function discardSnapshot(
  context: CaptureContext,
  settings: ZfsSettings,
  { name, datasets, heldBefore }: CapturedSnapshot,
): Promise<void> {
  if (heldBefore) return
  const owner = ownerOf(context.repository, context.job)
  const points = (await listPoints(context, settings.dataset, settings.recursive)).filter(
    (point) =>
      point.type === 'snapshot' &&
      point.name === name &&
      datasets.some(({ dataset, guid }) => dataset.name === point.dataset && guid === point.guid),
  )
  await releaseSnapshots(context, owner, [...(await heldBy(context, owner, points))])
  const own = points.filter((point) => point.owner === owner.value)
  await destroyPoints(context, own.map(fullName))
}
