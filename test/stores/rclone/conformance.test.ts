import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { lacksRclone, openDisk } from './local-remote.ts'

storeConformance(
  'rclone',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'holdfast-rclone-'))
    const root = join(directory, 'made/by the store')
    return {
      store: await openDisk(root),
      dispose: () => rm(directory, { recursive: true }),
      reopen: () => openDisk(root),
    }
  },
  // Each object costs four processes.
  { listed: 24, rounds: 6, skip: lacksRclone },
)
