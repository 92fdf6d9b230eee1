import { HoldfastError } from '../../errors/error.ts'

export type FaultMethod = 'put' | 'putStream' | 'get' | 'stat' | 'list' | 'delete'

export type Fault =
  | { readonly type: 'error'; readonly error: Error }
  | { readonly type: 'reset'; readonly after: number }
  | { readonly type: 'slow'; readonly milliseconds: number }
  | { readonly type: 'short'; readonly keep: number }
  | { readonly type: 'lie' }

export interface FaultScope {
  /** Index among the calls of this method (of `any`: among all calls), from 0. Absent: the next calls that match. */
  readonly at?: number
  /** How many calls it hits; 1 unless told. */
  readonly times?: number
  /** Hits only keys (of `list`: prefixes) that match. */
  readonly key?: RegExp
}

export interface FaultChoice {
  /** The call throws and nothing happens. Unless told `store-unreachable`, retryable. */
  error(error?: Error): void
  /** The call happens and its reply is lost. Of `get` and `list`: the connection breaks after so many bytes or objects. */
  reset(after?: number): void
  /** The call happens so many milliseconds later. */
  slow(milliseconds: number): void
  /** Bodies end silently after `keep` bytes, listings after `keep` objects; a put stores only so much and says it took all. */
  short(keep: number): void
  /** Puts and deletes succeed without effect; `get` flips a bit; `stat` denies the object; `list` gives wrong sizes. */
  lie(): void
}

interface Planned {
  readonly method: FaultMethod | 'any'
  readonly scope: FaultScope
  readonly fault: Fault
  hits: number
}

/** Faults to come, and whether they came. */
export interface FaultPlan {
  on(method: FaultMethod | 'any', scope?: FaultScope): FaultChoice
  /** Calls so far; `any` counts all. */
  readonly calls: Readonly<Record<FaultMethod | 'any', number>>
  /** Counts a call and returns the fault that hits it. */
  next(method: FaultMethod, key: string): Fault | undefined
  /** Throws when a planned fault never happened: such a test tests nothing. */
  verifyAllExercised(): void
}

/** What a broken connection looks like. */
export function unreachable(): HoldfastError {
  return new HoldfastError('store-unreachable', 'the connection broke, as planned', { retryable: true })
}

function hits(
  { method, scope, hits: done }: Planned,
  call: FaultMethod,
  key: string,
  calls: FaultPlan['calls'],
): boolean {
  if (method !== 'any' && method !== call) return false
  const times = scope.times ?? 1
  if (done >= times || (scope.key && !scope.key.test(key))) return false
  const index = calls[method] - 1
  return scope.at === undefined || (index >= scope.at && index < scope.at + times)
}

/** An empty plan of faults, for `withFaults`. */
export function createFaults(): FaultPlan {
  const planned: Planned[] = []
  const calls = { put: 0, putStream: 0, get: 0, stat: 0, list: 0, delete: 0, any: 0 }
  return {
    calls,
    on(method, scope = {}) {
      const add = (fault: Fault) => void planned.push({ method, scope, fault, hits: 0 })
      return {
        error: (error = unreachable()) => add({ type: 'error', error }),
        reset: (after = 0) => add({ type: 'reset', after }),
        slow: (milliseconds) => add({ type: 'slow', milliseconds }),
        short: (keep) => add({ type: 'short', keep }),
        lie: () => add({ type: 'lie' }),
      }
    },
    next(method, key) {
      calls[method]++
      calls.any++
      const found = planned.find((each) => hits(each, method, key, calls))
      if (found) found.hits++
      return found?.fault
    },
    verifyAllExercised() {
      const idle = planned.filter((each) => each.hits === 0)
      if (idle.length === 0) return
      const names = idle.map(({ method, scope, fault }) =>
        `${fault.type} on ${method} ${scope.at ?? ''}`.trim(),
      )
      throw new HoldfastError('internal', `planned faults did not happen: ${names.join(', ')}`)
    },
  }
}
