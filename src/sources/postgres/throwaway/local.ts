import { dirname, join } from 'node:path'
import type { CopyKeeper } from '../../../domain/copy.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { noteLeftover, removeLeftovers } from '../../../process/leftovers.ts'
import { runTool } from '../../../process/run-tool.ts'
import { serverNotMade } from '../../../process/server-error.ts'
import { unprivilegedUser } from '../../../process/unprivileged.ts'
import { urlAt } from '../../url-at.ts'
import { initdbArgs, throwawaySettings } from './argv.ts'
import { type ClusterPlace, placeCluster } from './cluster.ts'
import { listeningPlan, withPassword } from './kept-server.ts'
import { localPrograms, type ServerPrograms } from './programs.ts'
import { type LocalServer, runServer } from './run-server.ts'
import type { ThrowawayServer } from './server.ts'

/** What a throwaway server has to hold. */
export interface ServerNeeds {
  /** The oldest that can take the backup. */
  readonly major: number
  /** Room for the data, in bytes. */
  readonly bytes: number
  /** An empty directory that it may use. */
  readonly scratch: string
  /** Libraries that extensions want to be loaded at the start. */
  readonly preload?: readonly string[]
  /** The server outlives this process. */
  readonly keeper?: CopyKeeper | undefined
}

const superuser = 'postgres'

async function initialise(
  programs: ServerPrograms,
  place: ClusterPlace,
  user: Awaited<ReturnType<typeof unprivilegedUser>>,
  authHost: 'reject' | 'scram-sha-256',
  { environment, signal }: SourceContext,
): Promise<void> {
  try {
    await runTool({
      command: join(programs.directory, 'initdb'),
      args: initdbArgs(place.data, superuser, authHost),
      environment: { ...environment, LC_ALL: 'C' },
      cwd: place.socket,
      signal,
      ...(user && { user: { uid: user.uid, gid: user.gid } }),
    })
  } catch (error) {
    throw serverNotMade(`initdb ${programs.version}`, error)
  }
}

/**
 * Makes an empty cluster in a directory of its own and starts it, on a unix socket alone, as an unprivileged user where
 * this process is root. Errors: `tool-missing`, `scratch-too-small`, `server-not-made`,
 * `server-not-started`.
 */
export async function openLocalServer(needs: ServerNeeds, context: SourceContext): Promise<ThrowawayServer> {
  await removeLeftovers(context.stateDirectory)
  const user = await unprivilegedUser(['postgres'])
  const programs = await localPrograms(needs.major, user, context)
  const listening = needs.keeper && (await listeningPlan())
  // What a drill is given to work in goes with it.
  const scratch = needs.keeper ? context.scratch : needs.scratch
  const place = await placeCluster({ ...needs, scratch }, user, context)
  const left = { servers: [], directories: place.directories, kept: needs.keeper }
  const note = await noteLeftover(context.stateDirectory, left)
  let server: LocalServer | undefined
  const remove = async (): Promise<void> => {
    await server?.stop()
    await place.remove()
    await note.forget()
  }
  try {
    await initialise(programs, place, user, listening ? 'scram-sha-256' : 'reject', context)
    server = await runServer(
      {
        programs,
        ...place,
        user,
        superuser,
        settings: {
          ...throwawaySettings,
          ...listening?.settings,
          ...(needs.preload?.length && { shared_preload_libraries: needs.preload.join(',') }),
        },
        port: listening?.port,
        ...(listening && { log: join(dirname(place.data), 'server.log') }),
        onStarted: (pid) => note.update({ ...left, servers: [pid] }),
      },
      context,
    )
    const { settings, ended } = server
    const access = listening && (await withPassword(settings, listening, context))
    const { major, version } = programs
    return {
      kind: 'local',
      major,
      version,
      name: programs.directory,
      settings,
      databaseFor: (database) => database,
      ...(access && { urlOf: (database: string) => urlAt('postgres', access, database) }),
      ended,
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}
