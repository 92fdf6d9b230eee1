import { expect, it } from 'vitest'
import { settingsInControlData } from '../../../../src/sources/postgres/physical/control-data.ts'

it('takes out of pg_controldata what a copy must have as large', () => {
  const text = `pg_control version number:            1700
wal_level setting:                    replica
max_connections setting:              60
max_worker_processes setting:         8
max_prepared_xacts setting:           4
max_locks_per_xact setting:           64
Maximum data alignment:               8
`
  expect(settingsInControlData(text)).toEqual({
    max_connections: '60',
    max_worker_processes: '8',
    max_prepared_transactions: '4',
    max_locks_per_transaction: '64',
  })
  expect(settingsInControlData('')).toEqual({})
})
