import { HoldfastError } from '../errors/error.ts'
import type { LeaseHolder } from './lease-contract.ts'

/** Who it is, in words: `db-1, process 812, https://…`. */
function describeHolder({ owner }: LeaseHolder): string {
  return [owner.host, `process ${owner.pid}`, ...(owner.run ? [owner.run] : [])].join(', ')
}

/** The `busy` error: who holds the lease, since when, and what to do. */
export function busy(scope: string, holder: LeaseHolder, waitedMs?: number): HoldfastError {
  const waited = waitedMs === undefined ? '' : `, still after ${Math.round(waitedMs / 1000)} s`
  const message = `${scope} is held by ${describeHolder(holder)} since ${holder.since}${waited}`
  return new HoldfastError('busy', message, {
    hint: 'Wait for that run to end, end it, or run with --on-busy wait; a run that died lets go by itself within a minute.',
    context: {
      scope,
      host: holder.owner.host,
      pid: holder.owner.pid,
      since: holder.since,
      run: holder.owner.run,
    },
    retryable: true,
  })
}
