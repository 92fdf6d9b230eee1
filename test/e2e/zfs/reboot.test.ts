import { describe, expect, test } from 'vitest'
import { has } from '../../services/program.ts'
import { expectPassed, machine } from './openzfs-suite.ts'

describe.skipIf(!has('openzfs'))('ZFS across a power cut', () => {
  const openzfs = machine()

  test('a run that a power cut ended is gone on with after the boot', { timeout: 1_200_000 }, async () => {
    const cut = await openzfs().run('reboot', { args: ['first'], killAfter: 'begins a backup' })
    expect(cut.steps).toMatchObject([{ name: 'begins a backup' }])
    expect(cut.steps[0]?.error).toBeUndefined()
    expectPassed(await openzfs().run('reboot', { args: ['second'] }))
  })
})
