import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something holds; throws after 40 s. */
export async function waitFor(holds: () => boolean, what: string): Promise<void> {
  const limit = performance.now() + 40_000
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`)
    await sleep(20)
  }
}

/** Waits until a file is there. */
export function waitForFile(path: string): Promise<void> {
  return waitFor(() => existsSync(path), path)
}
