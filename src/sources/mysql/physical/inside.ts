import { join } from 'node:path/posix'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import type { DockerClient } from '../../../process/docker/client.ts'
import { explainDocker, runDocker } from '../../../process/docker/client.ts'
import { execIn } from '../../../process/docker/exec.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { Address } from '../connection/address.ts'
import { dockerOf } from '../connection/container.ts'
import { type Client, clientOf } from '../server/client.ts'
import type { ServerFacts } from '../server/facts.ts'
import type { Version } from '../server/flavor.ts'
import type { MysqlSettings } from '../settings.ts'
import { checkFits, copyToolNames } from './tool.ts'

/** How the server is reached from inside of its container: by its socket, else at the loopback. */
export function addressInside({ user, password }: Address, facts: ServerFacts): Address {
  const socket = facts.variable('socket')
  const place =
    socket === ''
      ? { host: '127.0.0.1', port: Number(facts.variable('port')) || 3306 }
      : { socket: socket.startsWith('/') ? socket : join(facts.datadir, socket) }
  return { ...place, user, ...(password && { password }), tls: 'disabled' }
}

/** What `docker exec` exits with where the container has no such program. */
const notThere: ReadonlySet<unknown> = new Set([126, 127])

/** What a program of the container says of its version; undefined where it has no such program. */
async function versionIn(docker: DockerClient, container: string, name: string): Promise<string | undefined> {
  try {
    return await execIn(docker, container, [name, '--no-defaults', '--version'], {}, async (call) => {
      const { stdout, stderr } = await runTool(call)
      return `${stdout.toString()}\n${stderr}`
    })
  } catch (error) {
    if (hasCode(error, 'tool-failed') && notThere.has(error.context.exitStatus)) return undefined
    throw explainDocker(error, container)
  }
}

/** The program in a container that copies and prepares a server. Errors: `tool-missing`, `database-client-missing`. */
export async function findToolIn(
  docker: DockerClient,
  container: string,
  version: Version,
  wanted?: MysqlSettings['tool'],
): Promise<Client> {
  const names = copyToolNames(version.flavor, wanted)
  for (const name of names) {
    const text = await versionIn(docker, container, name)
    if (text !== undefined) return checkFits(clientOf(name, name, text), version, names)
  }
  const [name = 'xtrabackup'] = names
  throw new HoldfastError('tool-missing', `the container ${container} has no ${name}`, {
    hint: `Use an image of the server that holds ${name}, as those of mariadb do, or leave out via: exec and run the backup where the files are.`,
    context: { tool: name, container },
  })
}

/** The program in the server's own container that copies it. Errors: those of {@link findToolIn}. */
export function findToolInside(
  context: SourceContext,
  { dockerCommand, tool }: MysqlSettings,
  container: string,
  { version }: ServerFacts,
): Promise<Client> {
  return findToolIn(dockerOf(context, dockerCommand), container, version, tool)
}

/** Tells one data directory in a container from another at the same place; empty where the container cannot say. */
export async function identityInside(
  context: SourceContext,
  settings: MysqlSettings,
  container: string,
  { datadir }: ServerFacts,
): Promise<string> {
  const docker = dockerOf(context, settings.dockerCommand)
  const args = ['exec', container, 'stat', '-c', '%i', join(datadir, 'ibdata1')]
  const inode = await runDocker(docker, container, args).catch((error: unknown) => {
    context.signal.throwIfAborted()
    if (hasCode(error, 'tool-failed')) return ''
    throw error
  })
  return inode === '' ? '' : `exec-${inode}`
}
