import { createHash } from 'node:crypto'
import { collectGarbage, findGarbage, removeOldTombstones } from '../../catalog/garbage.ts'
import { type DeletionOptions, deleteBackup, deleteObject } from '../../catalog/garbage-deletion.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { writeAudit } from '../../catalog/runlog.ts'
import { deletionOrder } from '../../retention/chains.ts'
import type { RetentionDecision } from '../../retention/plan-types.ts'
import { type CommandContext, tell } from '../context.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import type { Cleanable } from './plan.ts'

/** What cleanup took away at one destination. */
export interface Freed {
  readonly deleted: readonly string[]
  readonly garbage: readonly { readonly key: string; readonly bytes: number }[]
  readonly bytes: number
}

export interface ExecuteOptions {
  readonly deletion: DeletionOptions
  readonly exclusive: boolean
}

async function audit(
  context: CommandContext,
  destination: Cleanable,
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

/** Deletes what others wrote, each the very object that was listed. */
async function deleteAdopted(
  { store, adopted }: Cleanable,
  ids: ReadonlySet<string>,
  deletion: DeletionOptions,
): Promise<Pick<Freed, 'deleted' | 'bytes'>> {
  const doomed = adopted.filter(({ key }) => ids.has(key))
  for (const object of doomed) await deleteObject(store, object, deletion)
  return { deleted: doomed.map(({ key }) => key), bytes: doomed.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** Deletes what the plan lets go, children before their parents, the audit line first. */
export async function executePlan(
  context: CommandContext,
  destination: Cleanable,
  job: string,
  decisions: readonly RetentionDecision[],
  { deletion }: ExecuteOptions,
): Promise<Pick<Freed, 'deleted' | 'bytes'>> {
  const doomed = decisions.filter(({ keep }) => !keep)
  if (doomed.length === 0) return { deleted: [], bytes: 0 }
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
  for (const id of order) {
    // Objects that the job's `object-name` put outside the backup's own folder.
    const extra = byId.get(id)?.singles ?? []
    const gone = await deleteBackup(destination.store, job, id, deletion)
    // What is locked is left whole.
    for (const key of gone.lockedUntil === undefined ? extra : []) {
      deletion.assertHeld()
      await destination.store.delete(key)
    }
    bytes += gone.bytes
    if (gone.lockedUntil === undefined) deleted.push(id)
    else {
      const until = gone.lockedUntil.toISOString()
      tell(
        context,
        {
          severity: 'info',
          code: 'locked',
          message: `${id} is locked at ${destination.name} until ${until}`,
        },
        job,
      )
    }
  }
  return { deleted, bytes }
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
  { deletion, exclusive }: ExecuteOptions,
  dryRun: boolean,
): Promise<Pick<Freed, 'garbage' | 'bytes'>> {
  const { store, catalogue, storeNow } = destination
  const garbage: { key: string; bytes: number }[] = []
  let bytes = 0
  const manifests = committedIds(destination)
  for await (const run of findGarbage(store, { job, now: storeNow, manifests, signal: context.signal })) {
    if (run.held) continue
    if (!dryRun) {
      const collected = await collectGarbage(store, run, { ...deletion, exclusive })
      if (collected.outcome !== 'collected') continue
      bytes += collected.bytes
    }
    garbage.push({ key: dataPrefix(run.job, run.id), bytes: run.bytes })
  }
  if (!dryRun) await removeOldTombstones(store, catalogue.tombstones, deletion)
  return { garbage, bytes }
}
