import { describe, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs'))('ZFS interrupted', () => {
  const openzfs = machine()

  test('goes on after kill -9 at several instants, outages and failures', {
    timeout: 3_600_000,
  }, async () => {
    const kills = process.env.HOLDFAST_SOAK === '1' ? '10' : '2'
    expectPassed(await openzfs().run('resume', { args: [kills] }))
  })
})
