import { describe, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs'))('ZFS on real OpenZFS', () => {
  const openzfs = machine()

  test('levels 0 to 4 of nested filesystems, a volume and a locked dataset, each restored', {
    timeout: 1_800_000,
  }, async () => {
    expectPassed(await openzfs().run('levels'))
  })
})
