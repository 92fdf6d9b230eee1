import { mkdir } from 'node:fs/promises'
import type { SourceContext } from '../../../domain/source.ts'
import { type DockerClient, dockerCall } from '../../../process/docker/client.ts'
import { startContainer } from '../../../process/docker/container.ts'
import { inspectContainer } from '../../../process/docker/inspect.ts'
import { removeLeftContainers } from '../../../process/docker/labels.ts'
import { dockerOf } from '../connection/container.ts'
import type { Version } from '../server/flavor.ts'
import { imageOf } from '../throwaway/container.ts'
import type { Bench, BenchPlace, CallParts } from './bench.ts'
import { findToolIn } from './inside.ts'
import { unpackTools } from './tool.ts'

async function imageFor(client: DockerClient, version: Version, place: BenchPlace): Promise<string> {
  if (place.image !== undefined) return place.image
  if (place.container === undefined) return imageOf(version)
  return (await inspectContainer(client, place.container)).image
}

/** Whom files are to belong to: whoever works on with them here. */
function user(): string[] {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  return uid === undefined || gid === undefined ? [] : ['--user', `${uid}:${gid}`]
}

/**
 * A bench in a container of its own, without a network: the directories lie in it where they lie here. Errors:
 * `docker-unavailable`, `image-unavailable`, `tool-missing`, `database-client-missing`.
 */
export async function openImageBench(
  context: SourceContext,
  version: Version,
  directories: readonly string[],
  place: BenchPlace,
): Promise<Bench> {
  const client = dockerOf(context, place.docker)
  await removeLeftContainers(client)
  const image = await imageFor(client, version, place)
  for (const directory of directories) await mkdir(directory, { recursive: true, mode: 0o700 })
  const container = await startContainer(client, {
    image,
    purpose: 'mysql-prepare',
    mounts: Object.fromEntries(directories.map((directory) => [directory, directory])),
    options: ['--network', 'none', ...user(), '--entrypoint', 'sleep'],
    args: ['infinity'],
  })
  const call = (program: string, args: readonly string[], { cwd: _, ...parts }: CallParts) => {
    const interactive = parts.stdin === undefined ? [] : ['--interactive']
    return dockerCall(client, ['exec', ...interactive, container.name, program, ...args], parts)
  }
  try {
    const tool = await findToolIn(client, container.name, version)
    const [unpack = 'xbstream'] = unpackTools[version.flavor]
    return {
      tool: { ...tool, name: `${tool.name} of ${image}` },
      unpacking: async (args, parts) => call(unpack, args, parts),
      preparing: (args, parts) => call(tool.path, args, parts),
      close: () => container.remove(),
    }
  } catch (error) {
    await container.remove()
    throw error
  }
}
