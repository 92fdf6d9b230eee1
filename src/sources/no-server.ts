import type { DrillCheck } from '../domain/drill.ts'
import type { Finding } from '../domain/finding.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import { serverLog } from './server-gone.ts'

/** What says nothing of the backup: this host has no place for a copy. */
const withoutPlace = [
  'docker-unavailable',
  'image-unavailable',
  'tool-missing',
  'scratch-too-small',
  'server-too-old',
  'database-client-missing',
  'server-not-made',
] as const

/**
 * The check that a server which could not be had comes to: inconclusive where there is no place for one, failed where it
 * did not start, with its log told. Throws everything else on.
 */
export function serverCheck(error: unknown, warn: (finding: Finding) => void): DrillCheck {
  if (!(error instanceof HoldfastError)) throw error
  const { message, hint } = error
  const check = { name: 'server', expected: 'a throwaway server' }
  const { logs } = error.context
  if (hasCode(error, ...withoutPlace)) {
    return { ...check, result: 'inconclusive', found: hint === undefined ? message : `${message}. ${hint}` }
  }
  if (!hasCode(error, 'server-not-started')) throw error
  if (Array.isArray(logs) && logs.length > 1) warn(serverLog('the server', logs.map(String)))
  return { ...check, result: 'failed', found: message }
}
