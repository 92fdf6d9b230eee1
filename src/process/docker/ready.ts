import { serverNotStarted } from '../server-error.ts'
import { type Container, containerLogs } from './container.ts'
import { inspectContainer } from './inspect.ts'

/** Milliseconds between two looks at a server that starts. */
const pause = 250

/**
 * Waits until `probe` says something other than undefined; while it throws, the server is not ready yet. Errors:
 * `server-not-started` with the container's last lines when it ended, or after `within` milliseconds.
 */
export async function whenReady<T>(
  container: Container,
  probe: () => Promise<T | undefined>,
  within = 120_000,
): Promise<T> {
  const { client, name, image } = container
  const { clock, signal } = client
  const deadline = clock.monotonic() + within
  for (;;) {
    signal.throwIfAborted()
    let failure: unknown
    const found = await probe().catch((error: unknown) => {
      failure = error
      return undefined
    })
    if (found !== undefined) return found
    const { running, exitCode } = await inspectContainer(client, name)
    const fail = async (why: string) => serverNotStarted(image, why, await containerLogs(container), failure)
    if (!running) throw await fail(`ended with status ${exitCode} before it was ready`)
    if (clock.monotonic() > deadline) {
      throw await fail(`was not ready after ${Math.round(within / 1000)} seconds`)
    }
    await clock.sleep(pause, signal)
  }
}
