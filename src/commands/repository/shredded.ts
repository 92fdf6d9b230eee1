import type { CatalogueEntry } from '../../catalog/entry.ts'
import { readShredMarker } from '../../catalog/shredded.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

/** When and by whom the keys of a backup were destroyed, as far as its marker can be read. */
export async function shreddedText(
  { signal }: CommandContext,
  store: Store,
  { job, id }: Pick<CatalogueEntry, 'job' | 'id'>,
): Promise<string> {
  const marker = await readShredMarker(store, job, id, signal)
  const by = marker?.by === undefined ? '' : ` by ${marker.by}`
  return marker ? `shredded on ${marker.shredded.toISOString()}${by}` : 'shredded'
}

/** The error of whoever would open a backup whose keys were destroyed. */
export async function shreddedError(
  context: CommandContext,
  store: Store,
  entry: Pick<CatalogueEntry, 'job' | 'id'>,
): Promise<HoldfastError> {
  const { job, id } = entry
  const text = await shreddedText(context, store, entry)
  return new HoldfastError('shredded', `backup ${id} was ${text}: nothing opens it any more`, {
    hint: 'Choose another backup: `holdfast list` shows those that are left.',
    context: { job, id, destination: store.name },
  })
}
