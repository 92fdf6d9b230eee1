import { randomBytes } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CopyKeeper } from '../../../domain/copy.ts'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { runDocker } from '../../../process/docker/client.ts'
import { startContainer } from '../../../process/docker/container.ts'
import { containerEnd } from '../../../process/docker/ended.ts'
import { addressesOf } from '../../../process/docker/inspect.ts'
import { removeLeftContainers } from '../../../process/docker/labels.ts'
import { whenReady } from '../../../process/docker/ready.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { urlAt } from '../../url-at.ts'
import type { Address } from '../connection/address.ts'
import { dockerOf } from '../connection/container.ts'
import { openSession } from '../connection/session.ts'
import { readFacts } from '../server/facts.ts'
import type { Version } from '../server/flavor.ts'
import { writeInitFile } from './init-file.ts'
import type { Access } from './local-plan.ts'
import type { Throwaway } from './server.ts'

/** The image of a server of this kind: `mariadb:10.11`, `mysql:8.0`. */
export function imageOf({ flavor, major, minor }: Pick<Version, 'flavor' | 'major' | 'minor'>): string {
  return `${flavor}:${major}.${minor}`
}

/** Whom servers run as in the images of MySQL and MariaDB. */
const imageUser = { name: 'mysql', uid: 999, gid: 999 }
const initAt = '/holdfast-init.sql'

export interface ContainerPlan {
  readonly docker: readonly string[]
  readonly image: string
  /** A prepared copy that it serves, its accounts not asked for. */
  readonly datadir?: string
  readonly options?: readonly string[]
  readonly access?: Access
  /** The container outlives this process; never one of a prepared copy. */
  readonly keeper?: CopyKeeper | undefined
}

/** Starts a server in a container of its own. Errors: `docker-unavailable`, `image-unavailable`, `server-not-started`. */
export async function startInContainer(context: SourceContext, plan: ContainerPlan): Promise<Throwaway> {
  const docker = dockerOf(context, plan.docker)
  await removeLeftContainers(docker)
  const work = await makePrivateDirectory(tmpdir(), 'holdfast-mysqld')
  const initPath = join(work, 'init.sql')
  const password = new Secret(randomBytes(18).toString('hex'))
  const { datadir } = plan
  const needsVisitor = datadir !== undefined && plan.access !== 'everybody'
  const visitor = needsVisitor ? await writeInitFile(initPath, imageUser) : { user: 'root', password }
  // The server in the container passes through it; nobody of this host gets further than its name.
  await chmod(work, 0o711)
  const container = await startContainer(docker, {
    image: plan.image,
    purpose: 'mysql',
    kept: plan.keeper,
    environment: { MARIADB_ROOT_PASSWORD: password, MYSQL_ROOT_PASSWORD: password },
    ports: [3306],
    mounts: {
      ...(datadir === undefined ? {} : { '/var/lib/mysql': datadir }),
      ...(needsVisitor ? { [initAt]: initPath } : {}),
    },
    args: [
      ...['--event-scheduler=OFF', '--max-allowed-packet=1G', '--innodb-flush-log-at-trx-commit=0'],
      ...(datadir === undefined ? [] : ['--skip-log-bin']),
      ...(needsVisitor ? [`--init-file=${initAt}`] : []),
      ...(plan.access === 'everybody' ? ['--skip-grant-tables'] : []),
      ...(plan.options ?? []),
    ],
  })
  const stop = async () => {
    // A copy that is to be served afterwards has to be closed in good order.
    if (plan.access === 'everybody')
      await runDocker(docker, container.name, ['stop', '--time', '120', container.name])
    await container.remove()
    await rm(work, { recursive: true, force: true })
  }
  try {
    const found = await whenReady(container, async () => {
      for (const { host, port } of await addressesOf(docker, container.name, 3306)) {
        const access = { host, port, ...visitor }
        const address: Address = { ...access, tls: 'disabled' }
        const session = await openSession(address, context.signal).catch(() => undefined)
        if (session === undefined) continue
        try {
          return { address, access, facts: await readFacts(session) }
        } finally {
          await session.close()
        }
      }
      return undefined
    })
    const { address, access, facts } = found
    const { version } = facts
    return {
      address,
      version,
      container: container.name,
      urlOf: (database) => urlAt('mysql', access, database),
      name: `container ${plan.image} (${version.text})`,
      ended: () => containerEnd(container),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
