import { hash } from 'node:crypto'

const day = 86_400_000

/** One part of many: the `part`-th of `of`, from 1. */
export interface Sample {
  readonly part: number
  readonly of: number
}

/** Days since 1970, UTC. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / day)
}

/** The part whose turn it is on a day: each comes once in as many days as there are parts. */
export function partOn(days: number, of: number): number {
  return (days % of) + 1
}

/** The part that was asked for; of `today` the one whose turn it is. */
export function sampleOn({ part, of }: { part: number | 'today'; of: number }, now: Date): Sample {
  return { of, part: part === 'today' ? partOn(dayOf(now), of) : part }
}

/** The number of a key, of which each division into parts makes its own: the same at every destination and for ever. */
export function numberOf(key: string): number {
  return Number.parseInt(hash('sha256', key, 'hex').slice(0, 12), 16)
}

/** The part of a key by its number. */
export function partOf(number: number, of: number): number {
  return (number % of) + 1
}

/** Goes by the key alone, so that every object is in one part. */
export function isInSample(key: string, { part, of }: Sample): boolean {
  return of === 1 || partOf(numberOf(key), of) === part
}
