import { createHash } from 'node:crypto'
import { collectGarbage, findGarbage, removeOldTombstones } from '../../catalog/garbage.ts'
import { type DeletionOptions, deleteBackup, deleteObject } from '../../catalog/garbage-deletion.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { claimedObjects, findChecksum, namedObjects, type Spared } from '../../catalog/outside.ts'
import { writeAudit } from '../../catalog/runlog.ts'
import type { CleanupResult } from '../../report/results.ts'
import { deletionOrder } from '../../retention/chains.ts'
import type { RetentionDecision } from '../../retention/plan-types.ts'
import { type CommandContext, tell } from '../context.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import type { Cleanable } from './plan.ts'

/** What cleanup took away at one destination. */
export interface Freed {
  readonly deleted: readonly string[]
  readonly garbage: CleanupResult['garbage']
  readonly bytes: number
}

export interface ExecuteOptions {
  readonly deletion: DeletionOptions
  readonly exclusive: boolean
  readonly isSpared: Spared
}

/** Writes down what is about to be deleted, and by whom. */
export async function audit(
  context: CommandContext,
  destination: Pick<Cleanable, 'store'>,
  job: string,
  lines: readonly RetentionDecision[],
) {
  const { host, run } = context.identity
  const plan = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
  await writeAudit(
    destination.store,
    {
      time: context.clock.now(),
      actor: run?.actor ?? host,
      plan: `sha256:${plan}`,
      lines: lines.map(({ id, reasons }) => ({ action: 'delete', job, id, reason: reasons.join('; ') })),
    },
    context.signal,
  )
}

/** Deletes what others wrote, each the very object that was listed, and the checksum beside it. */
async function deleteAdopted(
  { store, adopted }: Cleanable,
  ids: ReadonlySet<string>,
  deletion: DeletionOptions,
): Promise<Pick<Freed, 'deleted' | 'bytes'>> {
  const doomed = adopted.filter(({ key }) => ids.has(key))
  for (const object of doomed) {
    await deleteObject(store, object, deletion)
    const beside = await findChecksum(store, object.key)
    if (beside) await deleteObject(store, beside, deletion)
  }
  return { deleted: doomed.map(({ key }) => key), bytes: doomed.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** Tells of it, and returns the reason for the line of the plan. */
function tellLocked(
  context: CommandContext,
  job: string,
  destination: string,
  id: string,
  until: Date | undefined,
): string {
  const when = until === undefined ? 'by the store' : `until ${until.toISOString()}`
  const message = `${id} is locked at ${destination} ${when}`
  tell(context, { severity: 'info', code: 'locked', message }, job)
  return `locked ${when}`
}

export interface Executed extends Pick<Freed, 'deleted' | 'bytes'> {
  /** What the plan let go and the store did not, with the reason why it stays. */
  readonly stayed: ReadonlyMap<string, string>
}

/** Deletes what the plan lets go, children before their parents, the audit line first. */
export async function executePlan(
  context: CommandContext,
  destination: Cleanable,
  job: string,
  decisions: readonly RetentionDecision[],
  { deletion, isSpared }: ExecuteOptions,
): Promise<Executed> {
  const doomed = decisions.filter(({ keep }) => !keep)
  const stayed = new Map<string, string>()
  if (doomed.length === 0) return { deleted: [], bytes: 0, stayed }
  const { points } = destination.catalogue
  const byId = new Map(points.map((entry) => [entry.id, entry]))
  await audit(context, destination, job, doomed)
  const others = await deleteAdopted(destination, new Set(doomed.map(({ id }) => id)), deletion)
  const deleted: string[] = [...others.deleted]
  let { bytes } = others
  const order = deletionOrder(
    doomed.flatMap(({ id }) => (byId.has(id) ? id : [])),
    points.map(toRecoveryPoint),
  )
  // What a locked backup builds on stays, whatever its own locks say.
  const neededBy = new Map<string, string>()
  const stay = (id: string, reason: string) => {
    stayed.set(id, reason)
    const parent = byId.get(id)?.parent
    if (parent) neededBy.set(parent.id, id)
  }
  for (const id of order) {
    const child = neededBy.get(id)
    if (child !== undefined) {
      stay(id, `needed by ${child}, which is locked`)
      continue
    }
    const outside = await namedObjects(destination.store, { job, id }, byId.get(id)?.outside ?? [], isSpared)
    const gone = await deleteBackup(destination.store, job, id, { ...deletion, outside })
    bytes += gone.bytes
    if (gone.locked === 0) {
      deleted.push(id)
      continue
    }
    const reason = tellLocked(context, job, destination.name, id, gone.lockedUntil)
    if (gone.objects === 0) stay(id, reason)
    else stayed.set(id, `${reason}, its manifest is gone`)
  }
  return { deleted, bytes, stayed }
}

/** Ids that have something under `manifests/`, whatever it is: none of their objects is garbage. */
function committedIds({ catalogue }: Cleanable): Set<string> {
  return new Set([...catalogue.points, ...catalogue.damaged].map(({ id }) => id))
}

/** Runs that died, and tombstones whose time is over; only named where `dryRun`. */
export async function sweep(
  context: CommandContext,
  destination: Cleanable,
  job: string,
  { deletion, exclusive, isSpared }: ExecuteOptions,
  dryRun: boolean,
): Promise<Pick<Freed, 'garbage' | 'bytes'>> {
  const { store, catalogue, storeNow } = destination
  const garbage: CleanupResult['garbage'][number][] = []
  let bytes = 0
  const manifests = committedIds(destination)
  for await (const run of findGarbage(store, { job, now: storeNow, manifests, signal: context.signal })) {
    if (run.held) continue
    const outside = await claimedObjects(store, run, isSpared)
    if (!dryRun) {
      const collected = await collectGarbage(store, run, { ...deletion, exclusive, outside })
      if (collected.outcome !== 'collected') continue
      bytes += collected.bytes
      if (collected.locked > 0) tellLocked(context, job, destination.name, run.id, collected.lockedUntil)
    }
    const reason = `no manifest, and nothing newer than ${run.newest.toISOString()}`
    garbage.push({ key: dataPrefix(run.job, run.id), bytes: run.bytes, reason })
    for (const object of outside) {
      garbage.push({ key: object.key, bytes: object.bytes, reason: `of the run ${run.id}, which died` })
    }
  }
  if (!dryRun) await removeOldTombstones(store, catalogue.tombstones, deletion)
  return { garbage, bytes }
}
