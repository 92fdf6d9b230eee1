import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { PostgresSettings } from '../settings.ts'

/** How the server of a data directory is stopped and started. */
export interface ServerControl {
  stop(): Promise<void>
  start(): Promise<void>
}

function argvOf(settings: PostgresSettings, verb: 'stop' | 'start'): readonly string[] | undefined {
  if (settings.server !== undefined) return settings.server[verb]
  if (settings.container !== undefined) return ['docker', verb, settings.container]
  if (settings.service !== undefined) return ['systemctl', verb, settings.service]
  return undefined
}

/** By `server`, `container` or `service` of the source; undefined where it has none of them. */
export function serverControl(
  settings: PostgresSettings | undefined,
  { environment, signal }: Pick<SourceContext, 'environment' | 'signal'>,
): ServerControl | undefined {
  if (settings === undefined || argvOf(settings, 'stop') === undefined) return undefined
  const run = async (verb: 'stop' | 'start'): Promise<void> => {
    const [command = '', ...args] = argvOf(settings, verb) ?? []
    await runTool({ command, args, environment, signal })
  }
  return { stop: () => run('stop'), start: () => run('start') }
}
