import { systemClock } from '../../../process/clock.ts'
import { dockerClient } from '../../../process/docker/client.ts'
import { removeLeftContainers } from '../../../process/docker/labels.ts'
import { childEnvironment } from '../../../process/environment.ts'
import { removeLeftovers } from '../../../process/leftovers.ts'
import { stateDirectoryOf } from '../../host/command-context.ts'

/** Milliseconds for containers: a daemon that hangs must not hold the job up. */
const patience = 20_000

/** Removes the throwaway servers of main steps that were killed: those of this host, and containers. */
export async function removeThrowaway(): Promise<void> {
  const servers = await removeLeftovers(stateDirectoryOf(process.env))
  const client = dockerClient({
    environment: childEnvironment(process.env),
    signal: AbortSignal.timeout(patience),
    clock: systemClock,
  })
  // Most runners of other jobs have no Docker, and then there is nothing to remove.
  const containers = await removeLeftContainers(client).catch(() => 0)
  if (servers + containers > 0)
    process.stdout.write(`the step was killed: ${servers + containers} throwaway servers removed\n`)
}
