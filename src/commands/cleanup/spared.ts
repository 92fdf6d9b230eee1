import type { Spared } from '../../catalog/outside.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'

/**
 * Spares what any other backup of the destination names, of whatever job. The manifests are read once, when first
 * asked. While one of them is damaged all is spared: nobody knows what it names.
 */
export function createSpared(context: CommandContext, destination: Destination): Spared {
  let reading: Promise<ReadonlyMap<string, readonly string[]> | undefined> | undefined
  async function read() {
    const { points, damaged } = await readEntries(context, destination, undefined)
    if (damaged.length > 0) return undefined
    const named = points.flatMap(({ job, id, outside }) =>
      outside.map((key) => ({ key, of: `${job}/${id}` })),
    )
    return new Map(
      [...Map.groupBy(named, ({ key }) => key)].map(([key, all]) => [key, all.map(({ of }) => of)]),
    )
  }
  return async (key, { job, id }) => {
    reading ??= read()
    const named = await reading
    if (named === undefined) return true
    // A checksum belongs to the object that it lies beside.
    const owners = [key, key.replace(/\.sha256$/, '')].flatMap((each) => named.get(each) ?? [])
    return owners.some((owner) => owner !== `${job}/${id}`)
  }
}
