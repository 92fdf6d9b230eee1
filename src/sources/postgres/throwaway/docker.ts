import { randomBytes } from 'node:crypto'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { dockerClient } from '../../../process/docker/client.ts'
import { type Container, startContainer } from '../../../process/docker/container.ts'
import { containerEnd } from '../../../process/docker/ended.ts'
import { type Address, addressesOf } from '../../../process/docker/inspect.ts'
import { removeLeftContainers } from '../../../process/docker/labels.ts'
import { whenReady } from '../../../process/docker/ready.ts'
import { urlAt } from '../../url-at.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { settingArgs, throwawaySettings } from './argv.ts'
import type { ServerNeeds } from './local.ts'
import type { ThrowawayServer } from './server.ts'
import { versionOf } from './version.ts'

/** The image that has every major. */
export const usualImage = 'postgres:{major}'

const superuser = 'postgres'
const port = 5432

/** Of the host's: a container has 64 MiB of shared memory, and its clients come by TCP. */
const { listen_addresses: _, dynamic_shared_memory_type: __, ...settings } = throwawaySettings

function settingsFor({ host, port }: Address, password: Secret): ConnectionSettings {
  return {
    places: [{ host, port }],
    user: superuser,
    database: 'postgres',
    parameters: { connect_timeout: '5' },
    password,
  }
}

function addressOf({ places: [place] }: ConnectionSettings): Address {
  return { host: place?.host ?? '', port: place?.port ?? port }
}

/** The first address at which a query is answered; the images start a server of their own before the real one. */
async function answering(
  { client, name }: Container,
  password: Secret,
  context: SourceContext,
): Promise<{ settings: ConnectionSettings; version: string; major: number } | undefined> {
  for (const address of await addressesOf(client, name, port)) {
    const settings = settingsFor(address, password)
    try {
      return { settings, ...(await versionOf(settings, context)) }
    } catch {
      context.signal.throwIfAborted()
    }
  }
  return undefined
}

/**
 * Starts a server in a container of `image`, in which `{major}` is the oldest major that can take the backup. It is
 * reached by a port of the loopback, with a password of its own. Errors: `docker-unavailable`, `image-unavailable`,
 * `server-not-started`.
 */
export async function openDockerServer(
  image: string,
  needs: ServerNeeds,
  context: SourceContext,
): Promise<ThrowawayServer> {
  const client = dockerClient(context)
  await removeLeftContainers(client)
  const password = new Secret(randomBytes(24).toString('base64url'))
  const container = await startContainer(client, {
    image: image.replaceAll('{major}', String(needs.major)),
    purpose: 'postgres',
    kept: needs.keeper,
    environment: { POSTGRES_USER: superuser, POSTGRES_PASSWORD: password },
    ports: [port],
    options: ['--shm-size', '256m'],
    args: [
      'postgres',
      ...settingArgs(settings),
      ...(needs.preload?.length ? settingArgs({ shared_preload_libraries: needs.preload.join(',') }) : []),
    ],
  })
  try {
    const found = await whenReady(container, () => answering(container, password, context))
    return {
      kind: 'docker',
      ...found,
      name: container.image,
      databaseFor: (database) => database,
      container: container.name,
      urlOf: (database) =>
        urlAt('postgres', { ...addressOf(found.settings), user: superuser, password }, database),
      ended: () => containerEnd(container),
      remove: () => container.remove(),
    }
  } catch (error) {
    await container.remove()
    throw error
  }
}
