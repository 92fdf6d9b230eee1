import { Secret } from '../../../src/domain/secret.ts'
import type { Store } from '../../../src/domain/store.ts'
import { systemClock } from '../../../src/process/clock.ts'
import type { S3Settings } from '../../../src/stores/s3/config.ts'
import { openS3Store, type S3Opening } from '../../../src/stores/s3/open.ts'

export const never: AbortSignal = new AbortController().signal

/** Opens a store as a run that writes does; `more` replaces what it is opened with. */
export function open(
  settings: S3Settings,
  more: Partial<S3Opening> & { readonly stateDirectory: string },
): ReturnType<typeof openS3Store> {
  return openS3Store('s3', settings, {
    clock: systemClock,
    mode: 'write',
    signal: never,
    environment: {},
    ...more,
  })
}

/** For contenders in other processes: the settings as JSON. */
export function openStore(argument: string): Promise<Store> {
  const { settings, stateDirectory } = JSON.parse(argument) as {
    settings: S3Settings & { secretAccessKey: string }
    stateDirectory: string
  }
  return open({ ...settings, secretAccessKey: new Secret(settings.secretAccessKey) }, { stateDirectory })
}
