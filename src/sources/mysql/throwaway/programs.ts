import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { findTool, installHint } from '../../../process/tools.ts'
import { readClient } from '../server/client.ts'
import type { Flavor, Version } from '../server/flavor.ts'

/** A server program of this host. */
export interface ServerProgram {
  readonly path: string
  readonly version: Version
}

const names: Readonly<Record<Flavor, string>> = { mariadb: 'mariadbd', mysql: 'mysqld' }

/** Where distributions put servers: not always on the PATH of a user. */
const places = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/local/mysql/bin', '/opt/homebrew/bin']

/** PATH and the places of servers, for children that look for one another. */
export function serverEnvironment(context: SourceContext): Readonly<Record<string, string>> {
  const { PATH = '/usr/local/bin:/usr/bin:/bin', ...rest } = context.environment
  return { ...rest, PATH: [PATH, ...places].join(':') }
}

/** The server program of a flavor, undefined where this host has none. */
export async function findServer(context: SourceContext, flavor: Flavor): Promise<ServerProgram | undefined> {
  const environment = serverEnvironment(context)
  const path = await findTool(names[flavor], environment)
  if (path === undefined) return undefined
  const { version } = await readClient({ ...context, environment }, path)
  return version.flavor === flavor ? { path, version } : undefined
}

/** The error for a drill that has no server to load into: `tool-missing`. */
export function noServer(flavor: Flavor): HoldfastError {
  const name = names[flavor]
  return new HoldfastError('tool-missing', `this host has no ${name} for a throwaway server`, {
    hint: `${installHint(name)} Or set verify.server of the job to docker, an image or a URL.`,
    context: { tool: name },
  })
}
