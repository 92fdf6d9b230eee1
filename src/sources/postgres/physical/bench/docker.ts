import type { SourceContext } from '../../../../domain/source.ts'
import { dockerClient, runDocker } from '../../../../process/docker/client.ts'
import { type Container, startContainer } from '../../../../process/docker/container.ts'
import { containerEnd } from '../../../../process/docker/ended.ts'
import { execIn } from '../../../../process/docker/exec.ts'
import { removeLeftContainers } from '../../../../process/docker/labels.ts'
import { whenReady } from '../../../../process/docker/ready.ts'
import { runTool, type ToolOutcome } from '../../../../process/run-tool.ts'
import type { ConnectionSettings } from '../../connection/resolve.ts'
import { openSession } from '../../connection/session.ts'
import { settingArgs } from '../../throwaway/argv.ts'
import type { LocalServer } from '../../throwaway/run-server.ts'
import type { Bench, BenchRun, CopyStart } from './bench.ts'

const port = 5432

/** Directories of this host, at the same places in the container. */
function mountsOf(directories: readonly string[]): Record<string, string> {
  return Object.fromEntries(directories.map((directory) => [directory, directory]))
}

/** The user of the image that its servers run as: a root needs one, everybody else stays what they are. */
async function ownerIn(container: Container): Promise<Bench['owner']> {
  if (process.getuid?.() !== 0) return undefined
  const ask = (flag: string) =>
    runDocker(container.client, container.name, ['exec', container.name, 'id', flag, 'postgres'])
  return { uid: Number(await ask('-u')), gid: Number(await ask('-g')) }
}

/** `uid:gid` that processes in the container run as, so that this process may read what they write. */
const ownUser = (): string => `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`

/**
 * A bench in a container of `image`, in which `{major}` is the major. The daemon has to be that of this host, since the
 * directories are handed in. Errors: `docker-unavailable`, `image-unavailable`.
 */
export async function openDockerBench(
  image: string,
  major: number,
  directories: readonly string[],
  context: SourceContext,
): Promise<Bench> {
  const client = dockerClient(context)
  await removeLeftContainers(client)
  const plan = {
    image: image.replaceAll('{major}', String(major)),
    mounts: mountsOf(directories),
  }
  const tools = await startContainer(client, {
    ...plan,
    purpose: 'postgres-tools',
    options: ['--entrypoint', 'tail', '--network', 'none', '--user', ownUser()],
    args: ['-f', '/dev/null'],
  })
  let server: Container | undefined

  const run = (
    program: string,
    args: readonly string[],
    { acceptedExits = [0] }: BenchRun = {},
  ): Promise<ToolOutcome> =>
    execIn(client, tools.name, [program, ...args], { acceptedExits, environment: { LC_ALL: 'C' } }, runTool)

  async function start({ data, socket, superuser, settings, within }: CopyStart): Promise<LocalServer> {
    const owner = await ownerIn(tools)
    const started = await startContainer(client, {
      ...plan,
      purpose: 'postgres-copy',
      options: [
        ...['--entrypoint', 'postgres', '--network', 'none', '--shm-size', '256m'],
        ...['--user', owner === undefined ? ownUser() : `${owner.uid}:${owner.gid}`],
      ],
      args: ['-D', data, '-k', socket, '-p', String(port), ...settingArgs(settings)],
    })
    server = started
    const connection: ConnectionSettings = {
      places: [{ host: socket, port }],
      user: superuser,
      database: 'postgres',
      parameters: {},
    }
    const probe = async (): Promise<true> => {
      const session = await openSession(connection, context, 'template1')
      await session.query('select 1').finally(() => session.close())
      return true
    }
    await whenReady(started, probe, within)
    return { settings: connection, ended: () => containerEnd(started), stop: () => started.remove() }
  }

  try {
    const { stdout } = await run('postgres', ['--version'])
    return {
      version: /(\d+[\w.]*)/.exec(stdout.toString())?.[1] ?? String(major),
      owner: await ownerIn(tools),
      run,
      has: async (program) => (await run('which', [program], { acceptedExits: [0, 1] })).exit.code === 0,
      start,
      async close() {
        await server?.remove()
        await tools.remove()
      },
    }
  } catch (error) {
    await tools.remove()
    throw error
  }
}
