import { describe, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs', 'versitygw', 'age'))('ZFS in the place of zrb', () => {
  const openzfs = machine()

  test('prepare, level 0, levels 1 to 4, restore, interrupt and recover, to an S3 server', {
    timeout: 1_800_000,
  }, async () => {
    expectPassed(await openzfs().run('zrb'))
  })
})
