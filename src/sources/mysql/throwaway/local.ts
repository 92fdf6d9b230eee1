import { chown, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { freePort, loopback } from '../../../process/free-port.ts'
import { type Leftover, noteLeftover, removeLeftovers } from '../../../process/leftovers.ts'
import { pidOfToken } from '../../../process/running-process.ts'
import { serverNotStarted } from '../../../process/server-error.ts'
import { attachedServer, detachedServer, type ServerProcess } from '../../../process/server-process.ts'
import type { ToolCall } from '../../../process/spawn.ts'
import { urlAt } from '../../url-at.ts'
import type { Address } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import { giveTo } from '../place/owner.ts'
import { initialise, makeHome, userFor } from './home.ts'
import { type Visitor, writeInitFile } from './init-file.ts'
import type { LocalPlan } from './local-plan.ts'
import { serverEnvironment } from './programs.ts'
import type { Throwaway } from './server.ts'
import { initFile, serverArgs } from './server-args.ts'

/** Milliseconds between two looks, and until the server is given up. */
const pause = 100
const patience = 300_000

async function untilReady(
  context: SourceContext,
  server: ServerProcess,
  { address, name }: Pick<Throwaway, 'address' | 'name'>,
): Promise<void> {
  const { clock, signal } = context
  const deadline = clock.monotonic() + patience
  let over = false
  server.exited.then(() => {
    over = true
  })
  for (;;) {
    signal.throwIfAborted()
    const session = await openSession(address, signal).catch(() => undefined)
    if (session !== undefined) return session.close()
    if (over || clock.monotonic() > deadline) {
      const lines = await server.lastLines(40)
      const errors = lines.filter((line) => line.includes('[ERROR]'))
      const why = over ? 'ended before it was ready' : 'does not answer'
      throw serverNotStarted(name, why, errors.length > 0 ? errors : lines)
    }
    await clock.sleep(pause, signal)
  }
}

/** Starts a server of this host on a directory of its own. Errors: `server-not-made`, `server-not-started`. */
export async function startLocal(context: SourceContext, plan: LocalPlan): Promise<Throwaway> {
  await removeLeftovers(context.stateDirectory)
  const { datadir, program, keeper } = plan
  const { flavor } = program.version
  const user = await userFor(datadir)
  const home = await makeHome(user, keeper && pidOfToken(keeper.owner))
  const directories = [home, ...(keeper ? [dirname(datadir)] : [])]
  const left: Leftover = { servers: [], directories, kept: keeper }
  const note = await noteLeftover(context.stateDirectory, left)
  let server: ServerProcess | undefined
  const stop = async () => {
    await server?.stop()
    for (const directory of directories) await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    await note.forget()
  }
  try {
    if (plan.prepared !== true) {
      await mkdir(datadir, { recursive: true, mode: 0o700 })
      if (user) await chown(datadir, user.uid, user.gid)
      await initialise(context, plan, { home, user })
    } else if (user) await giveTo(context, datadir, user)
    const needsFile = plan.prepared === true || keeper !== undefined
    const visitor: Visitor | undefined = needsFile
      ? await writeInitFile(join(home, initFile), user, keeper && flavor)
      : undefined
    const port = keeper && (await freePort())
    const call: ToolCall = {
      command: program.path,
      args: serverArgs(plan, { home, port, user }),
      environment: serverEnvironment(context),
      signal: context.signal,
      cwd: home,
      // A copy that is to be served afterwards has to be closed in good order.
      killAfterMs: plan.access === 'everybody' ? 120_000 : 5000,
      ...(user && { user: { uid: user.uid, gid: user.gid } }),
    }
    const running = keeper
      ? await detachedServer(call, join(dirname(datadir), 'server.log'), 'SIGKILL')
      : attachedServer(call)
    server = running
    if (running.pid !== undefined) await note.update({ ...left, servers: [running.pid] })
    const socket = join(home, 'socket')
    const address: Address = { socket, ...(visitor ?? { user: 'root' }), tls: 'disabled' }
    const name = `local ${program.path.split('/').at(-1)} ${program.version.text}`
    await untilReady(context, running, { address, name })
    const access = visitor && port !== undefined && { host: loopback, port, ...visitor }
    return {
      address,
      version: program.version,
      name,
      ...(access && { urlOf: (database: string) => urlAt('mysql', access, database) }),
      ended: running.ended,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
