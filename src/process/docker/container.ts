import { randomBytes } from 'node:crypto'
import { HoldfastError } from '../../errors/error.ts'
import { type DockerClient, explainDocker, runDocker, tidyingClient } from './client.ts'
import { type ContainerEnvironment, withEnvFile } from './env-file.ts'
import { type KeptFor, ownerLabels } from './labels.ts'

/** A throwaway container to be. */
export interface ContainerPlan {
  readonly image: string
  /** Part of its name: letters, digits, hyphens. */
  readonly purpose: string
  readonly environment?: ContainerEnvironment
  /** Ports of the container that this host reaches at ports of its own, of the loopback only. */
  readonly ports?: readonly number[]
  /** Directories of this host, by their place in the container. */
  readonly mounts?: Readonly<Record<string, string>>
  /** Further arguments of `docker run`, such as `--shm-size`. */
  readonly options?: readonly string[]
  /** It outlives this process. */
  readonly kept?: KeptFor | undefined
  /** Arguments of the image's entry point. */
  readonly args?: readonly string[]
}

/** A container that was started by {@link startContainer}. */
export interface Container {
  readonly client: DockerClient
  readonly name: string
  readonly image: string
  /** Removes it with its volumes, also after a cancel. Idempotent. */
  remove(): Promise<void>
}

/**
 * Starts a container of a name that no other has; not yet ready for anything. Nothing of it stays when that fails.
 * Errors: `docker-unavailable`, `image-unavailable`, `tool-failed`.
 */
export async function startContainer(client: DockerClient, plan: ContainerPlan): Promise<Container> {
  const { image, purpose, environment = {}, ports = [], mounts = {}, options = [], args = [], kept } = plan
  if (!/^[\w][\w./:@-]*$/.test(image)) {
    throw new HoldfastError('usage', `${image} is no name of a container image`, {
      hint: 'Write it as docker knows it, such as postgres:17 or registry.example.org/db/postgres:17.',
      context: { image },
    })
  }
  const name = `holdfast-${purpose}-${randomBytes(6).toString('hex')}`
  const remove = async (): Promise<void> => {
    const tidying = tidyingClient(client)
    await runDocker(tidying, name, ['rm', '--force', '--volumes', name]).catch((error) => {
      // Of one that is not there older clients say so.
      if (!/no such container/i.test(String((explainDocker(error, name) as Error).message))) throw error
    })
  }
  try {
    await withEnvFile(environment, async (envFile) =>
      runDocker(client, image, [
        ...['run', '--detach', '--name', name],
        ...(await ownerLabels(client, kept)),
        ...envFile,
        ...ports.flatMap((port) => ['--publish', `127.0.0.1::${port}`]),
        ...Object.entries(mounts).flatMap(([at, path]) => ['--volume', `${path}:${at}`]),
        ...options,
        image,
        ...args,
      ]),
    )
  } catch (error) {
    await remove().catch(() => undefined)
    throw error
  }
  return { client, name, image, remove }
}

/** What a container printed last, for errors; empty where it cannot be had. */
export async function containerLogs({ client, name }: Pick<Container, 'client' | 'name'>): Promise<string[]> {
  const args = ['logs', '--tail', '40', name]
  const said: string[] = []
  const onStderrLine = (line: string) => void said.push(line)
  const printed = await runDocker(tidyingClient(client), name, args, { onStderrLine }).catch(() => '')
  return [...printed.split('\n'), ...said].filter((line) => line.trim() !== '').slice(-40)
}
