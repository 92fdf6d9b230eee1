import type { CaptureContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import type { ZfsContext } from './call.ts'
import type { Dataset } from './datasets.ts'
import { flagsChange, type SendFlags } from './flags.ts'
import { fullName, listPoints, type Point } from './points.ts'
import { decodeState, type ZfsState } from './state.ts'

/** What one dataset is sent from. */
export interface DatasetBase {
  /** Full name of a snapshot or bookmark. */
  readonly from: string
  readonly guid: string
  readonly flags: SendFlags
}

/** What an increment builds on, or why it is a full one. */
export interface Bases {
  /** Absent: a full backup. */
  readonly parent?: ZfsState
  readonly fullBecause?: string
  readonly of: ReadonlyMap<string, DatasetBase>
  /** Datasets that the parent has and that are sent in full again, with the reason. */
  readonly lost: readonly { readonly dataset: string; readonly because: string }[]
}

/** Whether the snapshot of a backup, or a bookmark of it, is still there for the dataset itself. */
export async function isBaseThere(
  { dataset }: { readonly dataset: string },
  context: ZfsContext,
  state: Uint8Array,
): Promise<boolean> {
  try {
    const sent = decodeState(state).base.datasets.find(({ name }) => name === dataset)
    const points = await listPoints(context, dataset, false)
    return points.some((point) => point.dataset === dataset && point.guid === sent?.guid)
  } catch (error) {
    // What else is wrong the run itself will find, and say better.
    if (hasCode(error, 'tool-failed', 'state-unusable')) return true
    throw error
  }
}

type Found = { readonly base: DatasetBase } | { readonly because: string } | undefined

function baseOf(
  dataset: string,
  parent: ZfsState,
  points: readonly Point[],
  wanted: SendFlags,
  repeated: string | undefined,
): Found {
  const before = parent.base.datasets.find(({ name }) => name === dataset)
  if (before === undefined) return undefined
  const change = flagsChange(before.flags, wanted)
  if (change !== undefined) return { because: change }
  const matching = points.filter((point) => point.dataset === dataset && point.guid === before.guid)
  const found = matching.find(({ type }) => type === 'snapshot') ?? matching[0]
  if (found === undefined) {
    return { because: `neither the snapshot @${parent.base.snapshot} nor a bookmark of it is there any more` }
  }
  if (repeated === before.guid)
    return { because: 'it has no snapshot that is newer than the one backed up last' }
  // Those that the pool decides stay as they were: a pool that got a feature changes no stream.
  return { base: { from: fullName(found), guid: before.guid, flags: before.flags } }
}

function full(fullBecause?: string): Bases {
  return { of: new Map(), lost: [], ...(fullBecause !== undefined && { fullBecause }) }
}

/**
 * Finds for each dataset what the parent sent: the snapshot, else a bookmark, with the very guid. Where none of them has
 * one the backup is a full one; a dataset that lost its own, or is new, is sent in full within the increment.
 */
export function chooseBases(
  context: Pick<CaptureContext, 'level' | 'parent'>,
  scope: { readonly dataset: string; readonly recursive: boolean },
  datasets: readonly { readonly dataset: Dataset; readonly flags: SendFlags; readonly guid: string }[],
  points: readonly Point[],
): Bases {
  if (context.level === 0) return full()
  if (context.parent === undefined) return full('there is no backup to build upon')
  let parent: ZfsState
  try {
    parent = decodeState(context.parent.state)
  } catch (error) {
    if (!hasCode(error, 'state-unusable')) throw error
    return full('the state of the previous backup is not usable')
  }
  if (parent.dataset !== scope.dataset) return full(`the dataset was ${parent.dataset} then`)
  if (parent.recursive !== scope.recursive) return full('recursive changed')
  const of = new Map<string, DatasetBase>()
  const lost: { dataset: string; because: string }[] = []
  for (const { dataset, flags, guid } of datasets) {
    const found = baseOf(dataset.name, parent, points, flags, guid)
    if (found === undefined) continue
    if ('base' in found) of.set(dataset.name, found.base)
    else lost.push({ dataset: dataset.name, because: found.because })
  }
  const root = lost.find(({ dataset }) => dataset === scope.dataset)
  if (of.size === 0 || root !== undefined) return full((root ?? lost[0])?.because ?? 'its datasets are gone')
  return { parent, of, lost }
}
