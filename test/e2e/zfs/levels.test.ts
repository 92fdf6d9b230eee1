import { describe, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs'))('ZFS on real OpenZFS', () => {
  const openzfs = machine()

  test('levels 0 to 4 of nested filesystems, a volume and a locked dataset, each restored', {
    timeout: 1_200_000,
  }, async () => {
    expectPassed(await openzfs().run('levels'))
  })

  test('what else the settings say, other users, drills that look into files', {
    timeout: 1_200_000,
  }, async () => {
    expectPassed(await openzfs().run('variants'))
  })

  test('kill -9 at several instants, outages and failures', { timeout: 3_600_000 }, async () => {
    const kills = process.env.HOLDFAST_SOAK === '1' ? '10' : '4'
    expectPassed(await openzfs().run('resume', { args: [kills] }))
  })
})
