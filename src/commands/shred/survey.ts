import { descendantsOf } from '../../catalog/chains.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { isHeld } from '../../catalog/garbage-deletion.ts'
import { parseId } from '../../catalog/ids.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { backupDestinations, type Destination, openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'

/** A destination that has the backup. */
export interface Holder extends Destination {
  readonly entry: CatalogueEntry
  /** All backups of its job there. */
  readonly entries: readonly CatalogueEntry[]
}

export interface Holders {
  readonly holders: readonly Holder[]
  /** Of destinations that could not be asked: the backup may be there as well. */
  readonly errors: readonly HoldfastError[]
}

/**
 * Every destination of the configuration that has the backup, not only those of its job: it may have been copied, or
 * `to` may have been another. Errors: `usage` for what is no id, `backup-not-found`.
 */
export async function holdersOf(context: CommandContext, id: string): Promise<Holders> {
  if (!parseId(id)) {
    throw new HoldfastError('usage', `${id} is not the id of a backup`, {
      hint: 'Name one backup by its id, as `holdfast list` shows it: what is shredded never comes back.',
    })
  }
  const holders: Holder[] = []
  const errors: HoldfastError[] = []
  for (const name of backupDestinations(context)) {
    try {
      const destination = await openDestination(context, name, 'write')
      const { points } = await readEntries(context, destination, undefined, { proofs: false })
      const entry = points.find((point) => point.id === id)
      if (entry)
        holders.push({ ...destination, entry, entries: points.filter(({ job }) => job === entry.job) })
    } catch (error) {
      context.signal.throwIfAborted()
      if (!hasCode(error, 'repository-missing')) errors.push(asHoldfastError(error))
    }
  }
  if (holders.length > 0) return { holders, errors }
  const [first] = errors
  if (first) throw first
  throw new HoldfastError('backup-not-found', `there is no backup ${id}`, {
    hint: 'Run `holdfast list` to see the ids there are, at each destination.',
    context: { id },
  })
}

/** Errors: `held`, `needed-by-children`, `recipient-missing` for a backup that has no key to destroy. */
export async function refuseNeeded({ store, name, entry, entries }: Holder): Promise<void> {
  const { job, id } = entry
  const context = { job, id, destination: name }
  if (!entry.encrypted) {
    throw new HoldfastError('recipient-missing', `backup ${id} is not encrypted: it has no key to destroy`, {
      hint: 'Delete it: let retention do it with `holdfast cleanup`.',
      context,
    })
  }
  if (await isHeld(store, { job, id })) {
    throw new HoldfastError('held', `backup ${id} of ${job} is held at ${name}`, {
      hint: `Run \`holdfast release ${id}\` first if it may go.`,
      context,
    })
  }
  const children = descendantsOf(id, entries).filter(({ shredded }) => !shredded)
  if (children.length === 0) return
  const ids = children.map((child) => child.id)
  throw new HoldfastError(
    'needed-by-children',
    `${ids.length === 1 ? `${ids[0]} builds` : `${ids.length} backups build`} on ${id} at ${name}`,
    {
      hint: `Shred them first, the last one first: ${[...ids].reverse().join(', ')}.`,
      context: { ...context, children: ids },
    },
  )
}
