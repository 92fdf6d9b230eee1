import type { Store } from '../../../src/domain/store.ts'
import { openRcloneStore } from '../../../src/stores/rclone/store.ts'
import { hasTool, toolsPath } from '../../services/find-tool.ts'

/** Whether rclone is missing: its tests are left out then. */
export const lacksRclone = !hasTool('rclone')

/** rclone's configuration in the environment alone: `disk:` is this host's file system. */
export const diskEnvironment: Readonly<Record<string, string>> = {
  PATH: toolsPath,
  HOME: '/nonexistent',
  // rclone would make the folder of a file that is not there.
  RCLONE_CONFIG: '/dev/null',
  RCLONE_CONFIG_DISK_TYPE: 'local',
}

/** A store over a directory of this host, through rclone. */
export function openDisk(path: string, environment: Readonly<Record<string, string>> = {}): Promise<Store> {
  return openRemote(`disk:${path}`, environment)
}

/** A store over any remote. */
export function openRemote(
  remote: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Store> {
  return openRcloneStore(
    'remote',
    { remote },
    {
      environment: { ...diskEnvironment, ...environment },
      mode: 'write',
      signal: new AbortController().signal,
    },
  )
}
