import { join } from 'node:path'
import { readReadings } from '../../catalog/listing-readings.ts'
import type { OpenedReading } from '../../catalog/readings.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from './destination.ts'
import { wasReadHere } from './read-here.ts'

/**
 * What was read back of a job's backups at a destination, newest first, from the cache where it did not change. Logs
 * that `sync` brought along tell of other destinations, and do not count.
 */
export async function readingsAt(
  context: CommandContext,
  { name, store, repository }: Destination,
  job: string,
): Promise<readonly OpenedReading[]> {
  const { config, signal, stateDirectory } = context
  const id = repository.repository
  const readings = await readReadings(store, job, {
    repository: id,
    trust: config.signing().trust,
    cacheFile: join(stateDirectory, 'cache', name, id, `${job}.readings.jsonl`),
    signal,
  })
  return readings.filter(wasReadHere(context, name))
}
