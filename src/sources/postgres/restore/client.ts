import { basename, dirname } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { dockerClient } from '../../../process/docker/client.ts'
import { copyInto, execIn } from '../../../process/docker/exec.ts'
import type { ToolCall } from '../../../process/spawn.ts'
import { chooseProgram, programMissing } from '../client/choose.ts'
import { beside, findPrograms } from '../client/programs.ts'
import { conninfoOf, prepareChildren } from '../connection/child.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'

/** The programs that load a dump, and how they reach the server. */
export interface RestoreClient {
  /** Such as `pg_restore 15.18`. */
  readonly version: string
  /** Where these programs see a file or directory of this host. */
  pathOf(path: string): Promise<string>
  /** Calls pg_restore or psql; `database` is connected to unless it is undefined. */
  run<T>(
    program: 'pg_restore' | 'psql',
    database: string | undefined,
    args: readonly string[],
    parts: Pick<ToolCall, 'stdin' | 'acceptedExits' | 'onStderrLine'>,
    use: (call: ToolCall) => Promise<T>,
  ): Promise<T>
  /** What a person's own checks need to reach a database: PGHOST and the rest. */
  environmentFor(database: string): Readonly<Record<string, string>>
  dispose(): Promise<void>
}

/** Messages are read, and so have to be in one language. */
const language = { LC_ALL: 'C', LC_MESSAGES: 'C' }

async function placeOf(settings: ConnectionSettings, context: SourceContext) {
  const session = await openSession(settings, context)
  await session.close()
  return session.place
}

/**
 * The programs of this host for a dump that needs `major`; where none is new enough, those inside of `container`. Errors:
 * `database-client-missing`, those of the connection.
 */
export async function openRestoreClient(
  settings: ConnectionSettings,
  major: number,
  context: SourceContext,
  container?: string,
): Promise<RestoreClient> {
  const { signal, environment } = context
  const programs = await findPrograms('pg_restore', context)
  const found = chooseProgram(programs, major)
  if (found === undefined && container === undefined) throw programMissing('pg_restore', major, programs)
  const place = await placeOf(settings, context)
  const children = await prepareChildren(settings, place, environment)
  const connect = (database: string | undefined): string[] =>
    database === undefined ? [] : [`--dbname=${children.conninfo(database)}`]
  const shared = {
    environmentFor: (database: string) => ({
      PGHOST: place.host,
      PGPORT: String(place.port),
      PGUSER: settings.user,
      PGDATABASE: database,
      PGPASSFILE: children.environment.PGPASSFILE ?? '',
    }),
    dispose: () => children.dispose(),
  }
  if (found !== undefined) {
    return {
      ...shared,
      version: `pg_restore ${found.version}`,
      pathOf: async (path) => path,
      run: (program, database, args, parts, use) =>
        use({
          command: program === 'pg_restore' ? found.path : beside(found, 'psql'),
          args: [...connect(database), ...args],
          environment: { ...children.environment, ...language },
          signal,
          ...parts,
        }),
    }
  }
  const docker = dockerClient(context)
  const inside = { places: [{ host: '', port: 5432 }], user: settings.user, database: '', parameters: {} }
  return {
    ...shared,
    version: `pg_restore of ${container}`,
    async pathOf(path) {
      const at = `/tmp/${basename(dirname(path))}`
      await copyInto(docker, container ?? '', path, at)
      return at
    },
    run: (program, database, args, parts, use) => {
      const target =
        database === undefined ? [] : [`--dbname=${conninfoOf(inside, { host: '', port: 5432 }, database)}`]
      const argv = [program, ...target, ...args]
      return execIn(docker, container ?? '', argv, { ...parts, environment: language }, use)
    },
  }
}
