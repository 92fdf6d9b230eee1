import { expect, it } from 'vitest'
import { verificationFailure } from '../../../src/commands/verify/failure.ts'
import type { VerifyResult } from '../../../src/report/results.ts'

const drilled = (checks: VerifyResult['checks'], damaged: readonly string[] = []): VerifyResult => ({
  job: 'shop',
  id: '20261126T115543Z-L0-yjiuy6',
  destination: 'local',
  depth: 'restore',
  result: 'failed',
  fetchedBytes: 1,
  checks,
  damaged,
})
const failed = (name: string) => ({ name, result: 'failed', expected: 'a', found: 'b' }) as const
const passed = (name: string) => ({ name, result: 'passed' }) as const

it('names every check that failed, each once, as far as there is room', () => {
  const one = verificationFailure(drilled([failed('table users'), failed('table users')]))
  expect(one.message).toMatch(/is not good: table users failed: expected a, found b$/)
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(failed)
  expect(verificationFailure(drilled(many)).message).toMatch(/; failed too: b, c, d, e, f and 2 more$/)
})

it('blames the server of a drill that loaded nothing, else the backup', () => {
  const server = verificationFailure(drilled([failed('server'), passed('freshness')]))
  expect(server.hint).toMatch(/not even loaded.*verify\.server/)
  const extension = drilled([failed('extension postgis'), failed('tables')])
  expect(verificationFailure(extension).hint).toMatch(/not even loaded/)
  const features = verificationFailure(drilled([failed('server features'), failed('tables')]))
  expect(features.hint).toMatch(/not even loaded/)
  const ended = verificationFailure(drilled([failed('server stays up'), passed('table a')]))
  expect(ended.hint).toMatch(/ended in the middle/)
  const loaded = drilled([passed('restore shop'), failed('extension postgis')])
  expect(verificationFailure(loaded).hint).toMatch(/Make a new full backup/)
  const own = {
    ...drilled([passed('restore shop'), failed('orders are recent')]),
    ownChecks: ['orders are recent'],
  }
  expect(verificationFailure(own).hint).toMatch(/All that was backed up came back.*verify\.checks/)
  const both = { ...own, checks: [...own.checks, failed('table public.items')] }
  expect(verificationFailure(both).hint).toMatch(/Make a new full backup/)
  const nothing = drilled([passed('restore shop'), failed('tables')])
  expect(verificationFailure(nothing).hint).toMatch(/without tables proves nothing.*databases/)
  expect(verificationFailure(drilled([failed('restore')], ['data/a'])).hint).toMatch(
    /heals it; else make a new full backup/,
  )
})
