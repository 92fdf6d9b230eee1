import type { ToolCall } from '../tool-call.ts'
import { type DockerCallParts, type DockerClient, dockerCall, runDocker } from './client.ts'
import { type ContainerEnvironment, withEnvFile } from './env-file.ts'

/**
 * Runs `argv` in a container: `use` gets the call, for `runTool` or `spawnTool`, and must have ended with it when it
 * returns. Killing the call leaves the process in the container alone.
 */
export function execIn<T>(
  client: DockerClient,
  container: string,
  argv: readonly string[],
  parts: DockerCallParts & { readonly environment?: ContainerEnvironment; readonly user?: string },
  use: (call: ToolCall) => Promise<T>,
): Promise<T> {
  const { environment = {}, user, ...rest } = parts
  return withEnvFile(environment, (envFile) =>
    use(
      dockerCall(
        client,
        [
          'exec',
          ...(rest.stdin === undefined ? [] : ['--interactive']),
          ...(user === undefined ? [] : ['--user', user]),
          ...envFile,
          container,
          ...argv,
        ],
        rest,
      ),
    ),
  )
}

/** Copies a file or directory of this host into a container. */
export async function copyInto(
  client: DockerClient,
  container: string,
  path: string,
  at: string,
): Promise<void> {
  await runDocker(client, container, ['cp', path, `${container}:${at}`])
}
