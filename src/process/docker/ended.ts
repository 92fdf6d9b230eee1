import { hasCode } from '../../errors/error.ts'
import type { ServerEnd } from '../server-end.ts'
import { tidyingClient } from './client.ts'
import { type Container, containerLogs } from './container.ts'
import { inspectContainer } from './inspect.ts'

/** What a shell makes of SIGKILL and SIGTERM, and docker with it. */
const killed: Readonly<Record<number, string>> = { 137: 'SIGKILL', 143: 'SIGTERM' }

/** How a container ended that should run; undefined while it does, and where the daemon does not say. */
export async function containerEnd(container: Container): Promise<ServerEnd | undefined> {
  const { client, name } = container
  try {
    const { running, exitCode = 0, outOfMemory } = await inspectContainer(tidyingClient(client), name)
    if (running) return undefined
    const logs = await containerLogs(container)
    if (outOfMemory) return { how: 'was killed for want of memory', killed: true, logs }
    const signal = killed[exitCode]
    const how = signal === undefined ? `ended with status ${exitCode}` : `was ended by ${signal}`
    return { how, killed: signal !== undefined, logs }
  } catch (error) {
    if (!hasCode(error, 'container-missing')) return undefined
    return { how: 'was removed', killed: true, logs: [] }
  }
}
