import { describe, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs', 'act'))('ZFS drilled', () => {
  const openzfs = machine()

  test('by test and by the action under act, which fails with 5 and says why', {
    timeout: 1_800_000,
  }, async () => {
    expectPassed(await openzfs().run('drills'))
  })
})
