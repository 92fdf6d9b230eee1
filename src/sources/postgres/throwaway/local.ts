import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { noteLeftover, removeLeftovers } from '../../../process/leftovers.ts'
import { runTool } from '../../../process/run-tool.ts'
import { unprivilegedUser } from '../../../process/unprivileged.ts'
import { initdbArgs, throwawaySettings } from './argv.ts'
import { type ClusterPlace, placeCluster } from './cluster.ts'
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
}

const superuser = 'postgres'

async function initialise(
  programs: ServerPrograms,
  place: ClusterPlace,
  user: Awaited<ReturnType<typeof unprivilegedUser>>,
  { environment, signal }: SourceContext,
): Promise<void> {
  await runTool({
    command: join(programs.directory, 'initdb'),
    args: initdbArgs(place.data, superuser),
    environment: { ...environment, LC_ALL: 'C' },
    cwd: place.socket,
    signal,
    ...(user && { user: { uid: user.uid, gid: user.gid } }),
  })
}

/**
 * Makes an empty cluster in a directory of its own and starts it, on a unix socket alone, as an unprivileged user where
 * this process is root. Errors: `tool-missing`, `scratch-too-small`, `server-not-started`.
 */
export async function openLocalServer(needs: ServerNeeds, context: SourceContext): Promise<ThrowawayServer> {
  await removeLeftovers(context.stateDirectory)
  const user = await unprivilegedUser(['postgres'])
  const programs = await localPrograms(needs.major, user, context)
  const place = await placeCluster(needs, user, context)
  const left = { servers: [], directories: place.directories }
  const note = await noteLeftover(context.stateDirectory, left)
  let server: LocalServer | undefined
  const remove = async (): Promise<void> => {
    await server?.stop()
    await place.remove()
    await note.forget()
  }
  try {
    await initialise(programs, place, user, context)
    server = await runServer(
      {
        programs,
        ...place,
        user,
        superuser,
        settings: {
          ...throwawaySettings,
          ...(needs.preload?.length && { shared_preload_libraries: needs.preload.join(',') }),
        },
        onStarted: (pid) => note.update({ ...left, servers: [pid] }),
      },
      context,
    )
    const { settings, logs } = server
    const { major, version } = programs
    return {
      kind: 'local',
      major,
      version,
      name: programs.directory,
      settings,
      databaseFor: (database) => database,
      logs,
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}
