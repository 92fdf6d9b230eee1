import { beforeEach, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { serverCheck } from '../../src/sources/no-server.ts'
import { extensionHint, librariesOf } from '../../src/sources/postgres/drill/extensions.ts'

const warn = (finding: Finding) => void told.push(finding)
let told: Finding[] = []
beforeEach(() => {
  told = []
})

it('tells a server that did not start from a host that has no place for one', () => {
  const broken = new HoldfastError('server-not-started', 'postgres:16 ended: out of memory', {
    hint: 'Add some.',
    context: { logs: ['starting', 'out of memory'] },
  })
  expect(serverCheck(broken, warn)).toEqual({
    name: 'server',
    result: 'failed',
    expected: 'a throwaway server',
    found: 'postgres:16 ended: out of memory',
  })
  expect(told).toMatchObject([{ severity: 'info', code: 'server-log', log: ['starting', 'out of memory'] }])
  const nowhere = new HoldfastError('docker-unavailable', 'there is no docker here', {
    hint: 'Install Docker.',
  })
  expect(serverCheck(nowhere, warn)).toMatchObject({
    result: 'inconclusive',
    found: 'there is no docker here. Install Docker.',
  })
  expect(() => serverCheck(new HoldfastError('server-is-source', 'the very server'), warn)).toThrow(
    'the very server',
  )
  expect(() => serverCheck(new Error('else'), warn)).toThrow('else')
})

it('knows what has to be loaded at the start', () => {
  expect(librariesOf([{ name: 'timescaledb' }, { name: 'hstore' }, { name: 'timescaledb' }])).toEqual([
    'timescaledb',
  ])
})

it('knows where an extension comes from, and which ones are no more', () => {
  expect(extensionHint('vector', 17)).toMatch(/postgresql-17-pgvector there, or set verify.server to .*pg17/)
  expect(extensionHint('old_snapshot', 16)).toMatch(/postgresql-16-old-snapshot there/)
  expect(extensionHint('old_snapshot', 18)).toMatch(/^PostgreSQL 17 dropped it/)
})
