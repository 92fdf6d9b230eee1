import type { DrillCheck } from '../domain/drill.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'

/** What says nothing of the backup: this host has no place for a copy. */
const withoutPlace = [
  'docker-unavailable',
  'image-unavailable',
  'tool-missing',
  'scratch-too-small',
  'server-too-old',
  'database-client-missing',
] as const

/**
 * The check that a server which could not be had comes to: inconclusive where there is no place for one. One that did not
 * start is a failure where it stood on what was backed up; an `empty` one says nothing of the backup. Throws everything
 * else on.
 */
export function serverCheck(error: unknown, { empty = false } = {}): DrillCheck {
  if (!(error instanceof HoldfastError)) throw error
  const { message, hint } = error
  const check = { name: 'server', expected: 'a throwaway server' }
  const started = !hasCode(error, 'server-not-started')
  if (hasCode(error, ...withoutPlace) || (empty && !started)) {
    return { ...check, result: 'inconclusive', found: hint === undefined ? message : `${message}. ${hint}` }
  }
  if (!started) return { ...check, result: 'failed', found: message }
  throw error
}
