import type { Clock } from '../../domain/clock.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { runTool } from '../run-tool.ts'
import type { ToolCall } from '../tool-call.ts'

/** A Docker client and what its calls need; `podman` has the same commands. */
export interface DockerClient {
  /** Argv that all arguments are appended to: `[docker]`, `[sudo, docker]`. */
  readonly command: readonly string[]
  /** The children's environment. */
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** What a call may add to its arguments. */
export type DockerCallParts = Pick<ToolCall, 'stdin' | 'acceptedExits' | 'onStderrLine'>

/**
 * A client by the words of `docker-command` such as `sudo docker`, which no shell ever sees; without it `docker`.
 */
export function dockerClient(
  surroundings: Pick<DockerClient, 'environment' | 'signal' | 'clock'>,
  command = 'docker',
): DockerClient {
  const { environment, signal, clock } = surroundings
  const words = command.split(/\s+/).filter((word) => word !== '')
  return { command: words.length === 0 ? ['docker'] : words, environment, signal, clock }
}

/** The tool call of `docker <args>`, for whoever needs its streams. */
export function dockerCall(
  client: DockerClient,
  args: readonly string[],
  parts: DockerCallParts = {},
): ToolCall {
  const [command = 'docker', ...words] = client.command
  const { environment, signal } = client
  return { command, args: [...words, ...args], environment, signal, ...parts }
}

const unreachable =
  /cannot connect to the docker daemon|permission denied.*(docker\.sock|daemon socket|connect)|error during connect|a password is required|a terminal is required/i
const noImage =
  /unable to find image|no such image|manifest unknown|pull access denied|failed to resolve reference|not found: manifest|repository does not exist|error response from daemon: get "https/i

/** What a failed call of `docker` means: `docker-unavailable`, `container-missing`, `image-unavailable`, else itself. */
export function explainDocker(error: unknown, subject: string): unknown {
  if (hasCode(error, 'tool-missing')) {
    return new HoldfastError('docker-unavailable', 'there is no docker here', {
      hint: 'Install Docker, put `docker` on PATH, or choose another server under verify.server.',
      cause: error,
    })
  }
  if (!hasCode(error, 'tool-failed')) return error
  const said = ((error.context.stderr as readonly string[] | undefined) ?? []).join('\n')
  // Behind what is wrong newer clients print where their help is.
  const lines = said
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^Run '.*' for more information$/.test(line))
  const last = lines.at(-1)?.trim() ?? ''
  if (unreachable.test(said)) {
    return new HoldfastError('docker-unavailable', `docker cannot be reached: ${last}`, {
      hint: 'Start the daemon, add this user to the group docker, or set docker-command: "sudo docker".',
      cause: error,
    })
  }
  if (/no such (container|object)/i.test(said)) {
    return new HoldfastError('container-missing', `there is no container ${subject}`, {
      hint: 'Name a container that `docker ps` shows.',
      context: { container: subject },
      cause: error,
    })
  }
  if (noImage.test(said)) {
    return new HoldfastError('image-unavailable', `the image ${subject} cannot be had: ${last}`, {
      hint: 'Correct the name of the image, log in to its registry, or pull it onto this host beforehand.',
      context: { image: subject },
      cause: error,
    })
  }
  return error
}

/** Runs `docker <args>` and returns what it prints, trimmed. `subject` is the container or image that errors name. */
export async function runDocker(
  client: DockerClient,
  subject: string,
  args: readonly string[],
  parts: DockerCallParts = {},
): Promise<string> {
  try {
    const { stdout } = await runTool(dockerCall(client, args, parts))
    return stdout.toString('utf8').trim()
  } catch (error) {
    throw explainDocker(error, subject)
  }
}

/** The same client for tidying up: it works on after the run was cancelled, for at most `milliseconds`. */
export function tidyingClient(client: DockerClient, milliseconds = 30_000): DockerClient {
  return { ...client, signal: AbortSignal.timeout(milliseconds) }
}
