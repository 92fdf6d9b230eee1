import type { SourceContext } from '../../domain/source.ts'
import { listDatasets } from './datasets.ts'
import { fullName, listPoints } from './points.ts'
import type { ZfsSettings } from './settings.ts'
import { snapshotName, takeSnapshot } from './snapshots.ts'

/**
 * `holdfast snapshot`: a snapshot that nobody backs up yet. It is not marked as a backup's own, so no backup ever
 * destroys it; with `snapshots:` a later one sends it. Returns the full names.
 */
export async function snapshotAlone(
  settings: ZfsSettings,
  context: SourceContext,
): Promise<readonly string[]> {
  const { dataset, recursive } = settings
  await listDatasets(context, dataset, false)
  const name = await takeSnapshot(context, settings, snapshotName(settings, context, 0), undefined)
  const points = await listPoints(context, dataset, recursive)
  return points.filter((point) => point.type === 'snapshot' && point.name === name).map(fullName)
}
