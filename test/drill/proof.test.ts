import { expect, test } from 'vitest'
import type { DrillCheck } from '../../src/domain/drill.ts'
import { proofOf, verdict } from '../../src/drill/proof.ts'

const check = (result: DrillCheck['result']): DrillCheck => ({
  name: 'files',
  result,
  expected: '1',
  found: '1',
})

test.each([
  [[], 'failed'],
  [['passed'], 'passed'],
  [['passed', 'inconclusive'], 'inconclusive'],
  [['inconclusive', 'failed', 'passed'], 'failed'],
] as const)('checks that %j are %s together', (results, expected) => {
  expect(verdict(results.map(check))).toBe(expected)
})

test('a proof names every manifest of the chain, and the run only where there is one', () => {
  const facts = {
    repository: 'r',
    job: 'home',
    id: 'b',
    chain: [
      { id: 'a', manifestSha256: '0'.repeat(64) },
      { id: 'b', manifestSha256: '1'.repeat(64) },
    ],
    destination: 'local',
    backup: { source: 'directory', createdAt: new Date('2026-11-20T03:00:00Z'), level: 1 },
    startedAt: new Date('2026-11-21T03:00:00Z'),
    finishedAt: new Date('2026-11-21T03:05:00Z'),
    rtoSeconds: 299,
    fetchedBytes: 7,
    host: 'db-1',
    version: '1.2.3',
  }
  const result = { evidence: 'stream', checks: [check('passed')], bytes: 5 } as const
  const proof = proofOf(facts, result)
  expect(proof).toMatchObject({
    result: 'passed',
    evidence: 'stream',
    restoredBytes: 5,
    backup: { source: 'directory', createdAt: '2026-11-20T03:00:00.000Z', ageSeconds: 86_400, level: 1 },
    startedAt: '2026-11-21T03:00:00.000Z',
    chain: [
      { id: 'a', manifest: `sha256:${'0'.repeat(64)}` },
      { id: 'b', manifest: `sha256:${'1'.repeat(64)}` },
    ],
  })
  expect(proof).not.toHaveProperty('run')
  expect(proofOf({ ...facts, run: { url: 'https://ci/1' } }, result).run).toEqual({ url: 'https://ci/1' })
})
