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
 * The check that a server which could not be had comes to: inconclusive where there is no place for one, failed where it
 * did not start. Throws everything else on.
 */
export function serverCheck(error: unknown): DrillCheck {
  if (!(error instanceof HoldfastError)) throw error
  const { message, hint } = error
  const check = { name: 'server', expected: 'a throwaway server' }
  if (hasCode(error, ...withoutPlace)) {
    return { ...check, result: 'inconclusive', found: hint === undefined ? message : `${message}. ${hint}` }
  }
  if (hasCode(error, 'server-not-started')) return { ...check, result: 'failed', found: message }
  throw error
}
