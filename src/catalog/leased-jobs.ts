import type { Store } from '../domain/store.ts'
import { isJobName } from './ids.ts'

/**
 * The jobs that ever ran where a store keeps their leases, in order: a lease is never deleted. Both kinds of lease count,
 * `leases/job~<name>.json` and the advisory `leases/job~<name>/<nonce>.json`.
 */
export async function leasedJobs(store: Store): Promise<string[]> {
  const jobs = new Set<string>()
  for await (const { key } of store.list('leases/job~')) {
    const name = /^leases\/job~([^/]+?)(?:\.json$|\/)/.exec(key)?.[1]
    if (name !== undefined && isJobName(name)) jobs.add(name)
  }
  return [...jobs].sort()
}
