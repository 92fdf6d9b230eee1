import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import type { ServerEnd } from '../../../process/server-end.ts'
import { serverNotStarted } from '../../../process/server-error.ts'
import { attachedServer, detachedServer, type ServerProcess } from '../../../process/server-process.ts'
import type { ToolCall } from '../../../process/spawn.ts'
import type { Unprivileged } from '../../../process/unprivileged.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import { settingArgs } from './argv.ts'
import type { ServerPrograms } from './programs.ts'

/** A server process of this host, on a data directory that is there. */
export interface LocalRun {
  readonly programs: ServerPrograms
  readonly data: string
  readonly socket: string
  readonly user: Unprivileged | undefined
  readonly settings: Readonly<Record<string, string>>
  /** The superuser; of a copied cluster one that it has. */
  readonly superuser: string
  /** Milliseconds until it must answer: a copied cluster has to replay its log. */
  readonly within?: number
  /** On TCP as well, where the settings say so. */
  readonly port?: number | undefined
  /** It goes on when this process ends, and logs into this file. */
  readonly log?: string
  /** Called with its process id before it is waited for. */
  onStarted(pid: number): Promise<void>
}

export interface LocalServer {
  readonly settings: ConnectionSettings
  /** How it ended, if it did. */
  ended(): Promise<ServerEnd | undefined>
  /** Ends it without saving anything. */
  stop(): Promise<void>
}

/** The number in the socket's name; where nothing listens on TCP it is nothing else. */
const usualPort = 5432

async function isReady(settings: ConnectionSettings, context: SourceContext): Promise<boolean> {
  try {
    const session = await openSession(settings, context)
    await session.query('select 1').finally(() => session.close())
    return true
  } catch {
    context.signal.throwIfAborted()
    return false
  }
}

async function waitFor(
  server: ServerProcess,
  settings: ConnectionSettings,
  context: SourceContext,
  { programs, within = 60_000 }: LocalRun,
): Promise<void> {
  const { clock, signal } = context
  const deadline = clock.monotonic() + within
  let ended = false
  const gone = server.exited.then(() => {
    ended = true
  })
  const what = `postgres ${programs.version}`
  while (!(await isReady(settings, context))) {
    if (ended) {
      await gone
      throw serverNotStarted(what, 'ended before it was ready', await server.lastLines(20))
    }
    if (clock.monotonic() > deadline) {
      throw serverNotStarted(what, `was not ready after ${within / 1000} seconds`, await server.lastLines(20))
    }
    await clock.sleep(50, signal)
  }
}

/** Starts `postgres` and waits until it answers a query. Errors: `server-not-started` with its last lines. */
export async function runServer(run: LocalRun, context: SourceContext): Promise<LocalServer> {
  const { programs, data, socket, user, superuser, port = usualPort } = run
  const settings: ConnectionSettings = {
    places: [{ host: socket, port }],
    user: superuser,
    database: 'postgres',
    parameters: {},
  }
  const call: ToolCall = {
    command: join(programs.directory, 'postgres'),
    args: ['-D', data, '-k', socket, '-p', String(port), ...settingArgs(run.settings)],
    environment: { ...context.environment, LC_ALL: 'C' },
    cwd: data,
    signal: context.signal,
    killAfterMs: 1000,
    ...(user && { user: { uid: user.uid, gid: user.gid } }),
  }
  // At once, and without writing a checkpoint.
  const quit = 'SIGQUIT'
  const server =
    run.log === undefined ? attachedServer(call, quit) : await detachedServer(call, run.log, quit)
  try {
    if (server.pid !== undefined) await run.onStarted(server.pid)
    await waitFor(server, settings, context, run)
    return { settings, ended: server.ended, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}
