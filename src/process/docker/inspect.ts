import { type DockerClient, runDocker } from './client.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

/** What is known of a container of any origin. */
export interface ContainerFacts {
  readonly id: string
  readonly image: string
  readonly running: boolean
  /** Of its end; undefined while it runs. */
  readonly exitCode?: number
  /** It was ended since it took more memory than it may. */
  readonly outOfMemory: boolean
  /** Addresses in its networks. */
  readonly networks: readonly string[]
  /** Directories of the host or names of volumes, by their place in the container. */
  readonly mounts: readonly { readonly source: string; readonly destination: string }[]
}

interface Inspected {
  readonly Id: string
  readonly Config: { readonly Image: string }
  readonly State: { readonly Running: boolean; readonly ExitCode: number; readonly OOMKilled?: boolean }
  readonly NetworkSettings: {
    readonly Networks?: Readonly<Record<string, { readonly IPAddress?: string }>>
  }
  readonly Mounts?: readonly { readonly Source: string; readonly Destination: string }[]
}

/** Looks at a container. Errors: `container-missing`, `docker-unavailable`. */
export async function inspectContainer(client: DockerClient, name: string): Promise<ContainerFacts> {
  const text = await runDocker(client, name, [
    'inspect',
    '--type',
    'container',
    '--format',
    '{{json .}}',
    name,
  ])
  const { Id, Config, State, NetworkSettings, Mounts = [] } = JSON.parse(text) as Inspected
  return {
    id: Id,
    image: Config.Image,
    running: State.Running,
    ...(State.Running ? {} : { exitCode: State.ExitCode }),
    outOfMemory: State.OOMKilled === true,
    networks: Object.values(NetworkSettings.Networks ?? {}).flatMap(({ IPAddress }) =>
      IPAddress ? [IPAddress] : [],
    ),
    mounts: Mounts.map(({ Source, Destination }) => ({ source: Source, destination: Destination })),
  }
}

/** `0.0.0.0:49153` and `[::]:49153`, as `docker port` prints them. */
function parsePublished(line: string): Address[] {
  const [, host = '', port] = /^(.*):(\d+)$/.exec(line.trim()) ?? []
  if (port === undefined) return []
  const bare = host.replace(/^\[|\]$/g, '')
  const everywhere = bare === '0.0.0.0' || bare === '::' || bare === ''
  return [{ host: everywhere ? '127.0.0.1' : bare, port: Number(port) }]
}

/**
 * Where a port of a container may be reached, the likeliest first: where it is published, and the container's own
 * addresses (this process may run in a container itself, or the container in the host's network).
 */
export async function addressesOf(client: DockerClient, name: string, port: number): Promise<Address[]> {
  const published = await runDocker(client, name, ['port', name, `${port}/tcp`]).catch(() => '')
  const { networks } = await inspectContainer(client, name)
  return [...published.split('\n').flatMap(parsePublished), ...networks.map((host) => ({ host, port }))]
}
