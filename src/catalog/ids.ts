import { randomBytes } from 'node:crypto'
import { HoldfastError } from '../errors/error.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
/** Of an id's form; {@link parseId} knows the calendar too. */
export const idPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-L(0|[1-9]\d?)-[a-z2-7]{6}$/
export const jobPattern = /^[a-z0-9][a-z0-9._-]{0,99}$/

/** What an id says of its backup. */
export interface ParsedId {
  /** UTC, whole seconds. */
  readonly createdAt: Date
  readonly level: number
}

/** Whether `job` may name a job: `[a-z0-9][a-z0-9._-]{0,99}`. */
export function isJobName(job: string): boolean {
  return jobPattern.test(job)
}

/** `YYYYMMDDTHHMMSSZ`, UTC. */
export function compactTime(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** `YYYYMMDDTHHMMSS.mmmZ`, UTC: sorts by time, and two of one second do not meet. */
export function preciseTime(time: Date): string {
  return time.toISOString().replaceAll(/[-:]/g, '')
}

/**
 * A backup's id `YYYYMMDDTHHMMSSZ-L<level>-<6 random base32>`: sorts by time, unique without coordination.
 * Levels go from 0 to 99. Errors: `internal` for another level or a time outside the years 0 to 9999.
 */
export function makeId(
  now: Date,
  level: number,
  random: (bytes: number) => Uint8Array = randomBytes,
): string {
  const suffix = Array.from(random(6), (byte) => alphabet[byte & 31]).join('')
  const id = `${compactTime(now)}-L${level}-${suffix}`
  if (!parseId(id)) throw new HoldfastError('internal', `a backup cannot have the id ${id}`)
  return id
}

/** The parts of an id; undefined for a text that is none, a date that does not exist included. */
export function parseId(id: string): ParsedId | undefined {
  const match = idPattern.exec(id)
  if (!match) return undefined
  const [year, month, day, hour, minute, second, level] = match.slice(1)
  const createdAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(createdAt.getTime()) || !id.startsWith(compactTime(createdAt))) return undefined
  return { createdAt, level: Number(level) }
}
