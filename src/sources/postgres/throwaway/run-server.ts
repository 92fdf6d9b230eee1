import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { serverNotStarted } from '../../../process/server-error.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
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
  /** Called with its process id before it is waited for. */
  onStarted(pid: number): Promise<void>
}

export interface LocalServer {
  readonly settings: ConnectionSettings
  logs(): Promise<readonly string[]>
  /** Ends it without saving anything. */
  stop(): Promise<void>
}

/** The number in the socket's name; nothing listens on TCP. */
const port = 5432

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
  tool: RunningTool,
  settings: ConnectionSettings,
  context: SourceContext,
  { programs, within = 60_000 }: LocalRun,
): Promise<void> {
  const { clock, signal } = context
  const deadline = clock.monotonic() + within
  let ended = false
  const gone = tool.exited.then(
    () => {
      ended = true
    },
    () => {
      ended = true
    },
  )
  const what = `postgres ${programs.version}`
  const lines = () => tool.stderr.lastLines(20)
  while (!(await isReady(settings, context))) {
    if (ended) {
      await gone
      throw serverNotStarted(what, 'ended before it was ready', lines())
    }
    if (clock.monotonic() > deadline) {
      throw serverNotStarted(what, `was not ready after ${within / 1000} seconds`, lines())
    }
    await clock.sleep(50, signal)
  }
}

/** Starts `postgres` and waits until it answers a query. Errors: `server-not-started` with its last lines. */
export async function runServer(run: LocalRun, context: SourceContext): Promise<LocalServer> {
  const { programs, data, socket, user, superuser } = run
  const settings: ConnectionSettings = {
    places: [{ host: socket, port }],
    user: superuser,
    database: 'postgres',
    parameters: {},
  }
  const tool = spawnTool({
    command: join(programs.directory, 'postgres'),
    args: ['-D', data, '-k', socket, '-p', String(port), ...settingArgs(run.settings)],
    environment: { ...context.environment, LC_ALL: 'C' },
    cwd: data,
    signal: context.signal,
    killAfterMs: 1000,
    ...(user && { user: { uid: user.uid, gid: user.gid } }),
  })
  // It prints nothing there, and its end is judged by whoever waits for it.
  tool.stdout.resume().on('error', () => undefined)
  const stop = async (): Promise<void> => {
    try {
      // At once, and without writing a checkpoint.
      if (tool.pid !== undefined) process.kill(tool.pid, 'SIGQUIT')
    } catch {
      // It went by itself.
    }
    await tool.stop()
    await tool.exited.catch(() => undefined)
  }
  try {
    if (tool.pid !== undefined) await run.onStarted(tool.pid)
    await waitFor(tool, settings, context, run)
    return { settings, logs: async () => tool.stderr.lastLines(20), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
