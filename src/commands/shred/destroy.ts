import { createHash } from 'node:crypto'
import { stateKey } from '../../catalog/keys.ts'
import type { Lease } from '../../catalog/lease.ts'
import { writeAudit } from '../../catalog/runlog.ts'
import { markShredded } from '../../catalog/shredded.ts'
import { deleteWraps } from '../../catalog/wrap-deletion.ts'
import { listWraps } from '../../catalog/wraps.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { ShredResult } from '../../report/key-results.ts'
import type { CommandContext } from '../context.ts'
import { archivesOf } from './archives.ts'
import type { Holder } from './survey.ts'

async function writeLine(context: CommandContext, { store, entry }: Holder, actor: string): Promise<void> {
  const lines = [{ action: 'shred', job: entry.job, id: entry.id, reason: 'asked for with holdfast shred' }]
  const plan = `sha256:${createHash('sha256').update(JSON.stringify(lines)).digest('hex')}`
  await writeAudit(store, { time: context.clock.now(), actor, plan, lines }, context.signal)
}

/**
 * Destroys what opens a backup at one destination: the marker first, so that nothing brings the wraps back, then every
 * version of each wrap and of each 7z archive, then the state for the next increment, which is for the recipients as well.
 * What the store locks stays and is counted. Errors: the store's, `store-lied`.
 */
export async function destroyKeys(
  context: CommandContext,
  holder: Holder,
  leases: readonly Lease[],
): Promise<ShredResult> {
  const { store, name, entry } = holder
  const { job, id } = entry
  const { signal } = context
  const assertHeld = () => {
    for (const lease of leases) lease.assertHeld()
  }
  const actor = context.identity.run?.actor ?? context.identity.host
  const wraps = await listWraps(store, job, id)
  const archives = await archivesOf(context, holder)
  if (wraps.length > 0) await writeLine(context, holder, actor)
  assertHeld()
  await markShredded(store, job, id, { shredded: context.clock.now(), by: actor }, signal)
  // Before the wraps, so that one that was stopped in between does not look shredded.
  const doomed = [...archives, ...wraps, { key: stateKey(job, id) }]
  const gone = await deleteWraps(store, entry, doomed, { signal, assertHeld })
  const isLocked = ({ key }: { readonly key: string }) => gone.locked.includes(key)
  const opening = [...archives, ...wraps].filter(isLocked).length
  return {
    job,
    id,
    destination: name,
    wraps: wraps.filter((wrap) => !isLocked(wrap)).length,
    ...(archives.length > 0 && { archives: archives.filter((each) => !isLocked(each)).length }),
    locked: gone.locked.length,
    ...(gone.lockedUntil && { lockedUntil: gone.lockedUntil.toISOString() }),
    shredded: opening === 0,
  }
}

/** What is left to do where a store locks something. */
export function incomplete({ job, id, destination, locked, lockedUntil }: ShredResult): HoldfastError {
  const until = lockedUntil === undefined ? '' : ` until ${lockedUntil}`
  return new HoldfastError(
    'shred-incomplete',
    `backup ${id} is not wholly shredded at ${destination}: ${locked === 1 ? '1 object is' : `${locked} objects are`} locked${until}`,
    {
      hint: 'It, or the list of its files, can still be opened there. Run the same command again when the lock has ended; the marker keeps it from coming back elsewhere.',
      context: { job, id, destination, lockedUntil },
    },
  )
}
