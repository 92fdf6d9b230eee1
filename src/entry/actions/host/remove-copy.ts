import { createDrivers } from '../../../composition/drivers.ts'
import { systemClock } from '../../../process/clock.ts'
import { dockerClient } from '../../../process/docker/client.ts'
import { removeKeptContainers } from '../../../process/docker/labels.ts'
import { childEnvironment } from '../../../process/environment.ts'
import { removeLeftovers } from '../../../process/leftovers.ts'
import { stateDirectoryOf } from '../../host/command-context.ts'
import { forgetCopy, readCopy } from './copy-file.ts'

/** Milliseconds for servers of others and for Docker: what hangs must not hold the job up. */
const patience = 20_000

/** Removes the copy that a step kept by this id, or was about to: server, container, databases, and what is known of it. */
export async function removeCopy(id: string): Promise<void> {
  const signal = AbortSignal.timeout(patience)
  const stateDirectory = stateDirectoryOf(process.env)
  const environment = childEnvironment(process.env)
  await removeLeftovers(stateDirectory, id)
  // Where there is no Docker the copy was not in a container.
  await removeKeptContainers(dockerClient({ environment, signal, clock: systemClock }), id).catch(() => 0)
  const { made } = readCopy(id) ?? {}
  if (made !== undefined) {
    const drivers = createDrivers({
      clock: systemClock,
      stateDirectory,
      environment,
      onPatience: () => undefined,
    })
    await drivers.source(made.source).copies?.drop({ environment, signal, warn: () => undefined }, made)
  }
  await forgetCopy(id)
  process.stdout.write('the copy is removed\n')
}
