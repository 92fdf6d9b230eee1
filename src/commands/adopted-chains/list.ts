import type { ZrbBackup } from '../../catalog/zrb/listing.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { ListResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type AdoptedPlace, adoptedPlaces, readPlace } from './places.ts'

function resultOf({ job, name }: AdoptedPlace, backup: ZrbBackup): ListResult {
  const { id, level, chain, createdAt, storedBytes, broken } = backup
  return {
    job,
    id,
    level,
    parent: chain.at(-2) ?? null,
    createdAt: createdAt.toISOString(),
    tags: [],
    destination: name,
    sourceBytes: 0,
    storedBytes,
    signed: false,
    proven: false,
    held: false,
    complete: broken === undefined,
    adopted: true,
  }
}

/** The chains that others left of jobs; `read` counts the places that answered. */
export async function listChains(
  context: CommandContext,
  jobs: readonly string[],
): Promise<{ results: ListResult[]; errors: HoldfastError[]; read: number }> {
  const results: ListResult[] = []
  const errors: HoldfastError[] = []
  let read = 0
  for (const place of adoptedPlaces(context, jobs)) {
    try {
      const { backups, damaged } = await readPlace(context, place)
      results.push(...backups.map((backup) => resultOf(place, backup)))
      errors.push(...damaged.map(({ error }) => error))
      read += 1
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  return { results, errors, read }
}
