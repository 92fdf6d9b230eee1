import { forEachBounded } from '../../catalog/bounded.ts'
import { dataPrefix, wrapsPrefix } from '../../catalog/keys.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { plural } from '../../report/bytes.ts'
import { type CommandContext, step } from '../context.ts'
import type { FoundBackup } from '../repository/find.ts'

/** How long the copies stay: enough to notice tomorrow that they are there, and to restore twice. */
const days = 7
const atOnce = 16

/** Every object that a restore of the chain may read, manifests apart: without them the chain was not found. */
async function* objectsOf(
  context: CommandContext,
  { chain, destination }: FoundBackup,
): AsyncGenerator<string> {
  const { store } = destination
  for (const { job, id, manifestSha256: sha256 } of chain) {
    for (const prefix of [wrapsPrefix(job, id), dataPrefix(job, id)]) {
      for await (const { key } of store.list(`${prefix}/`)) yield key
    }
    // One object may bear a name of the user's choice.
    const { manifest } = await readManifest(store, job, id, { signal: context.signal, sha256 })
    for (const { object } of manifest.streams) {
      if (object && !object.key.startsWith(`${dataPrefix(job, id)}/`)) yield object.key
    }
  }
}

/**
 * Asks the store for readable copies of all that a restore needs; returns when everything can be read. Errors:
 * `object-archived` while some of it is on its way, `store-unsupported` at a store without archives.
 */
export function thawChain(context: CommandContext, found: FoundBackup): Promise<void> {
  const { job, id } = found.entry
  return thawKeys(context, { store: found.destination.store, job, id }, objectsOf(context, found))
}

/** {@link thawChain} of what is no chain of Holdfast's own. */
export async function thawKeys(
  context: CommandContext,
  { store, job, id }: { readonly store: Store; readonly job: string; readonly id: string },
  keys: AsyncIterable<string>,
): Promise<void> {
  const thaw = store.thaw?.bind(store)
  if (!thaw) {
    throw new HoldfastError(
      'store-unsupported',
      `the destination ${store.name} has no archive to thaw from`,
      {
        hint: 'Leave --thaw out: what is there can be read.',
        context: { destination: store.name },
      },
    )
  }
  let [total, waiting] = [0, 0]
  await forEachBounded(keys, atOnce, async (key) => {
    const state = await thaw(key, { signal: context.signal, days })
    total++
    if (state === 'under-way') waiting++
  })
  if (waiting === 0) return step(context, `${plural(total, 'object')} can be read`, job)
  throw new HoldfastError(
    'object-archived',
    `${waiting} of ${total} objects are on their way out of the archive`,
    {
      hint: `Run the same command again later: GLACIER takes 3 to 5 hours, DEEP_ARCHIVE up to 12, Azure's archive up to 15. The copies stay for ${days} days.`,
      context: { destination: store.name, id, waiting, total },
    },
  )
}
