import { dirname } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { dockerCall, dockerClient, runDocker } from '../../../process/docker/client.ts'
import { startContainer } from '../../../process/docker/container.ts'
import { removeLeftContainers } from '../../../process/docker/labels.ts'
import type { ChildConnection } from '../connection/child.ts'
import type { ConnectionSettings, ServerPlace } from '../connection/resolve.ts'
import type { DumpClient } from './client.ts'

/** Where the container sees the directory of the pass file. */
const secrets = '/run/holdfast'

/** What a host's files are to libpq, a container does not have. */
function refuseFiles({ parameters }: ConnectionSettings): void {
  const named = ['sslrootcert', 'sslcert', 'sslkey'].find(
    (keyword) => parameters[keyword] !== undefined && parameters[keyword] !== 'system',
  )
  if (named === undefined) return
  throw new HoldfastError('usage', `${named} names a file of this host, and the client runs in a container`, {
    hint: 'Use `client: auto`, or an image that brings the certificates along with sslrootcert=system.',
  })
}

async function versionIn(said: string, image: string): Promise<{ version: string; major: number }> {
  const version = /\(PostgreSQL\) (\d+[\w.]*)/.exec(said)?.[1]
  if (version !== undefined) return { version, major: Number.parseInt(version, 10) }
  throw new HoldfastError('database-client-missing', `the image ${image} has no pg_dump`, {
    hint: 'Name an image of PostgreSQL, such as `client: {image: "postgres:17"}`.',
    context: { image },
  })
}

/**
 * pg_dump in a container of its own that idles beside the run, in the network of the host, with the pass file mounted. Errors:
 * those of Docker, `database-client-missing` where it is older than the server.
 */
export async function openImageClient(
  image: string,
  children: ChildConnection,
  server: { readonly major: number; readonly settings: ConnectionSettings; readonly place: ServerPlace },
  context: SourceContext,
): Promise<DumpClient> {
  refuseFiles(server.settings)
  const docker = dockerClient(context)
  await removeLeftContainers(docker).catch(() => 0)
  const passfile = children.environment.PGPASSFILE ?? ''
  const { host } = server.place
  const container = await startContainer(docker, {
    image,
    purpose: 'client',
    mounts: { [`${secrets}:ro`]: dirname(passfile), ...(host.startsWith('/') && { [host]: host }) },
    options: ['--network', 'host', '--user', '0', '--entrypoint', 'sleep'],
    args: ['infinity'],
  })
  try {
    const said = await runDocker(docker, container.name, ['exec', container.name, 'pg_dump', '--version'])
    const { version, major } = await versionIn(said, image)
    if (major < server.major) {
      throw new HoldfastError(
        'database-client-missing',
        `the image ${image} has pg_dump ${version}, and the server is ${server.major}`,
        {
          hint: `Name an image of PostgreSQL ${server.major} or newer under \`client:\`.`,
          context: { image },
        },
      )
    }
    return {
      version,
      major,
      // No secret in it: the environment names the pass file only.
      call: (program, args) =>
        dockerCall(docker, [
          ...['exec', '--env', `PGPASSFILE=${secrets}/pgpass`, '--env', 'LC_ALL=C'],
          ...[container.name, program, ...args],
        ]),
      conninfo: children.conninfo,
      async dispose() {
        // What runs in it goes with it.
        await container.remove()
        await children.dispose()
      },
    }
  } catch (error) {
    await container.remove()
    throw error
  }
}
