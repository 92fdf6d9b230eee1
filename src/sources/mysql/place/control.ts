import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runDocker } from '../../../process/docker/client.ts'
import { inspectContainer } from '../../../process/docker/inspect.ts'
import { runTool } from '../../../process/run-tool.ts'
import { dockerOf } from '../connection/container.ts'
import type { MysqlSettings } from '../settings.ts'

/** How the server of a data directory is stopped and started. */
export interface ServerControl {
  /** `container shop_mysql`, for people. */
  readonly name: string
  /** Commands that a person may paste, to stop and to start. */
  readonly commands: { readonly stop: string; readonly start: string }
  /** Each call has a context of its own: what is undone after a cancel must not be cancelled itself. */
  stop(context: SourceContext): Promise<void>
  start(context: SourceContext): Promise<void>
  /** False once it is known that it will not come up; undefined where nobody can tell. */
  isAlive(context: SourceContext): Promise<boolean | undefined>
}

async function run(context: SourceContext, argv: readonly string[]): Promise<void> {
  const [command = '', ...args] = argv
  await runTool({ command, args, environment: context.environment, signal: context.signal })
}

function ofContainer(settings: MysqlSettings, container: string): ServerControl {
  const dockerIn = (context: SourceContext) => dockerOf(context, settings.dockerCommand)
  const words = settings.dockerCommand.join(' ')
  return {
    name: `container ${container}`,
    commands: { stop: `${words} stop ${container}`, start: `${words} start ${container}` },
    stop: async (context) =>
      void (await runDocker(dockerIn(context), container, ['stop', '--time', '120', container])),
    start: async (context) => void (await runDocker(dockerIn(context), container, ['start', container])),
    isAlive: async (context) => (await inspectContainer(dockerIn(context), container)).running,
  }
}

function ofService(service: string): ServerControl {
  return {
    name: `service ${service}`,
    commands: { stop: `systemctl stop ${service}`, start: `systemctl start ${service}` },
    stop: (context) => run(context, ['systemctl', 'stop', '--', service]),
    // A unit that does not come up is seen by asking the server.
    start: (context) => run(context, ['systemctl', 'start', '--', service]),
    isAlive: async () => undefined,
  }
}

function ofCommands(stop: readonly string[], start: readonly string[]): ServerControl {
  return {
    name: 'the server',
    commands: { stop: stop.join(' '), start: start.join(' ') },
    stop: (context) => run(context, stop),
    start: (context) => run(context, start),
    isAlive: async () => undefined,
  }
}

/** What the settings say about the server: a container, a unit, commands; undefined where it has to be down. */
export function controlOf(
  settings: MysqlSettings,
  container = settings.container,
): ServerControl | undefined {
  const { service, server } = settings
  const given = [container, service, server].filter((one) => one !== undefined)
  if (given.length > 1 && container === undefined) {
    throw new HoldfastError('usage', 'the source names a service and commands for one server', {
      hint: 'Keep one of container, service and server.',
    })
  }
  if (container !== undefined) return ofContainer(settings, container)
  if (service !== undefined) return ofService(service)
  return server === undefined ? undefined : ofCommands(server.stop, server.start)
}
