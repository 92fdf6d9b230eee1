import { describe, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs'))('ZFS with other settings', () => {
  const openzfs = machine()

  test('keeps what the settings say, serves other users, and drills by looking into files', {
    timeout: 1_800_000,
  }, async () => {
    expectPassed(await openzfs().run('variants'))
  })
})
