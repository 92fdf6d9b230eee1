import { delimiter } from 'node:path'
import { servicesPath } from '../../../scripts/services/directory.ts'
import type { Store } from '../../../src/domain/store.ts'
import { openRcloneStore } from '../../../src/stores/rclone/store.ts'

/** rclone's configuration in the environment alone: `disk:` is this host's file system. */
export const diskEnvironment: Readonly<Record<string, string>> = {
  PATH: [process.env.PATH, servicesPath()].join(delimiter),
  HOME: '/nonexistent',
  RCLONE_CONFIG_DISK_TYPE: 'local',
}

/** A store over a directory of this host, through rclone. */
export function openDisk(path: string, environment: Readonly<Record<string, string>> = {}): Promise<Store> {
  return openRcloneStore(
    'disk',
    { remote: `disk:${path}` },
    {
      environment: { ...diskEnvironment, ...environment },
      mode: 'write',
      signal: new AbortController().signal,
    },
  )
}
