import { expect, it } from 'vitest'
import { HoldfastError } from '../../../../src/errors/error.ts'
import { explainBaseBackup } from '../../../../src/sources/postgres/physical/explain.ts'

const failure = (...stderr: string[]) =>
  new HoldfastError('tool-failed', 'pg_basebackup exited with status 1', {
    hint: 'Read it.',
    context: { stderr },
  })

it.each([
  ['FATAL:  no pg_hba.conf entry for replication connection from host "::1"', 'database-login'],
  ['FATAL:  must be superuser or replication role to start walsender', 'database-rights'],
  [
    'FATAL:  permission denied to start WAL sender, DETAIL: Only roles with the REPLICATION attribute',
    'database-rights',
  ],
  ['FATAL:  number of requested standby connections exceeds max_wal_senders (currently 2)', 'source-failed'],
  ['ERROR:  requested WAL segment 000000010000000000000003 has already been removed', 'source-failed'],
  [
    'ERROR:  WAL summaries are required on timeline 1 from 0/2 to 0/4, but the summaries are incomplete',
    'source-failed',
  ],
  ['pg_basebackup: error: checksum error occurred', 'source-failed'],
  [
    'could not receive data from WAL stream: server closed the connection unexpectedly',
    'database-unreachable',
  ],
  ['something new', 'tool-failed'],
])('reads %s', (line, code) => {
  const explained = explainBaseBackup(failure('pg_basebackup: starting', line))
  expect(explained).toMatchObject({ code })
  expect((explained as HoldfastError).hint?.length).toBeGreaterThan(0)
})

it('leaves other errors alone', () => {
  const reason = new Error('enough')
  expect(explainBaseBackup(reason)).toBe(reason)
})
