import type { Store } from '../../../src/domain/store.ts'
import { systemClock } from '../../../src/process/clock.ts'
import { createFilesystemStore } from '../../../src/stores/filesystem/store.ts'

/** Opens a filesystem store, for this process and for contenders. */
export async function openStore(path: string): Promise<Store & Required<Pick<Store, 'putStream'>>> {
  return createFilesystemStore('local', { path, mode: 0o600 }, { clock: systemClock })
}
