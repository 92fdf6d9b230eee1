import { expect } from 'vitest'
import type { CliResult } from './cli.ts'

type FoundError = CliResult['json']['errors'][number]

/** A run with `--json` that failed of one thing: its exit status, its code, a message and a hint as the house rules want them. */
export function expectError(ran: CliResult, exitCode: number, code: string): FoundError {
  const { errors } = ran.json
  expect({ exitCode: ran.exitCode, codes: errors.map((error) => error.code) }).toEqual({
    exitCode,
    codes: [code],
  })
  expect(ran.json.exitCode).toBe(exitCode)
  const [error] = errors
  if (error === undefined) throw new Error('no error')
  expect(error.message).not.toMatch(/^[A-Z][a-z ]|\.$|undefined|\[object/)
  expect(error.hint).toMatch(/^[A-Z`].*[.!]$/s)
  return error
}
