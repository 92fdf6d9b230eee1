import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { DockerClient } from '../../../process/docker/client.ts'
import { addressesOf, inspectContainer } from '../../../process/docker/inspect.ts'

const serverPort = 3306

/** The client of containers that `docker-command` names. */
export function dockerOf(context: SourceContext, command: readonly string[]): DockerClient {
  const { environment, signal, clock } = context
  return { command, environment, signal, clock }
}

/**
 * Where the server of a container listens: its published port, else the container's own address; with the network of the
 * host it has neither, and is reached at the loopback. Errors: `container-missing`, `source-unreadable` where it is not
 * running, `docker-unavailable`.
 */
export async function containerAddress(
  docker: DockerClient,
  container: string,
): Promise<{ readonly host: string; readonly port: number }> {
  const { running } = await inspectContainer(docker, container)
  if (!running) {
    throw new HoldfastError('source-unreadable', `the container ${container} is not running`, {
      hint: `Start it: \`docker start ${container}\`.`,
      context: { container },
    })
  }
  const [likeliest] = await addressesOf(docker, container, serverPort)
  return likeliest ?? { host: '127.0.0.1', port: serverPort }
}
