import { randomBytes } from 'node:crypto'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { startContainer } from '../../../process/docker/container.ts'
import { addressesOf } from '../../../process/docker/inspect.ts'
import { removeLeftContainers } from '../../../process/docker/labels.ts'
import { whenReady } from '../../../process/docker/ready.ts'
import type { Address } from '../connection/address.ts'
import { dockerOf } from '../connection/container.ts'
import { openSession } from '../connection/session.ts'
import { readFacts } from '../server/facts.ts'
import type { Version } from '../server/flavor.ts'
import type { Throwaway } from './local.ts'

/** The image of a server of this kind: `mariadb:10.11`, `mysql:8.0`. */
export function imageOf({ flavor, major, minor }: Pick<Version, 'flavor' | 'major' | 'minor'>): string {
  return `${flavor}:${major}.${minor}`
}

export interface ContainerPlan {
  readonly docker: readonly string[]
  readonly image: string
  /** A prepared copy that it serves, its accounts not asked for. */
  readonly datadir?: string
  readonly options?: readonly string[]
}

/** Starts a server in a container of its own. Errors: `docker-unavailable`, `image-unavailable`, `server-not-started`. */
export async function startInContainer(context: SourceContext, plan: ContainerPlan): Promise<Throwaway> {
  const docker = dockerOf(context, plan.docker)
  await removeLeftContainers(docker)
  const password = new Secret(randomBytes(18).toString('hex'))
  const container = await startContainer(docker, {
    image: plan.image,
    purpose: 'mysql',
    environment: { MARIADB_ROOT_PASSWORD: password, MYSQL_ROOT_PASSWORD: password },
    ports: [3306],
    ...(plan.datadir === undefined ? {} : { mounts: { '/var/lib/mysql': plan.datadir } }),
    args: [
      ...['--event-scheduler=OFF', '--max-allowed-packet=1G', '--innodb-flush-log-at-trx-commit=0'],
      ...(plan.datadir === undefined ? [] : ['--skip-grant-tables', '--skip-log-bin']),
      ...(plan.options ?? []),
    ],
  })
  try {
    const found = await whenReady(container, async () => {
      for (const { host, port } of await addressesOf(docker, container.name, 3306)) {
        const address: Address = { host, port, user: 'root', password, tls: 'disabled' }
        const session = await openSession(address, context.signal).catch(() => undefined)
        if (session === undefined) continue
        try {
          return { address, facts: await readFacts(session) }
        } finally {
          await session.close()
        }
      }
      return undefined
    })
    const { version } = found.facts
    return {
      address: found.address,
      version,
      name: `container ${plan.image} (${version.text})`,
      stop: () => container.remove(),
    }
  } catch (error) {
    await container.remove()
    throw error
  }
}
