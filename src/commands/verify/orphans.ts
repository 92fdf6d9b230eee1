import { listRuns } from '../../catalog/garbage-runs.ts'
import { manifestKey } from '../../catalog/keys.ts'
import type { Catalogue } from '../../catalog/listing.ts'
import { hadManifest } from '../../catalog/lost-manifest.ts'
import type { Finding } from '../../domain/finding.ts'
import { HoldfastError } from '../../errors/error.ts'
import { formatBytes, plural } from '../../report/bytes.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from '../repository/destination.ts'

interface Orphans {
  readonly errors: readonly HoldfastError[]
  readonly warnings: readonly Finding[]
}

/**
 * Data of a job that no manifest names: `object-missing` where a backup had its manifest and lost it; else a run that
 * died or goes on, which is only told.
 */
export async function findOrphans(
  context: CommandContext,
  { name, store }: Destination,
  job: string,
  { points, damaged, tombstones }: Catalogue,
): Promise<Orphans> {
  const known = new Set([...points, ...damaged, ...tombstones].map(({ id }) => id))
  const errors: HoldfastError[] = []
  const warnings: Finding[] = []
  for await (const run of listRuns(store, job)) {
    context.signal.throwIfAborted()
    // One that was committed since the catalogue was read is none.
    if (known.has(run.id) || (await store.stat(manifestKey(job, run.id)))) continue
    const what = `${plural(run.objects, 'object')} (${formatBytes(run.bytes)})`
    if (await hadManifest(store, run, context.signal)) {
      const key = manifestKey(job, run.id)
      errors.push(
        new HoldfastError(
          'object-missing',
          `${key} is missing at ${name}: ${what} of that backup are still there`,
          {
            hint: 'Bring the manifest back from another destination or an older version of the bucket; a day after they were written cleanup takes the rest for garbage.',
            context: { key, job, id: run.id, destination: name, objects: run.objects },
          },
        ),
      )
    } else {
      warnings.push({
        severity: 'info',
        code: 'run-without-manifest',
        message: `${name}: ${what} of ${run.id} have no manifest: that run died, or goes on`,
        hint: 'Cleanup removes what is left of a run that died, a day after its newest object was written.',
      })
    }
  }
  return { errors, warnings }
}
