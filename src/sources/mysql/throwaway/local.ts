import { chown, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { type LeftoverNote, noteLeftover, removeLeftovers } from '../../../process/leftovers.ts'
import { toolEnd } from '../../../process/server-end.ts'
import { serverNotStarted } from '../../../process/server-error.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import type { Unprivileged } from '../../../process/unprivileged.ts'
import type { Address } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import { giveTo } from '../place/owner.ts'
import { initialise, makeHome, userFor } from './home.ts'
import { writeInitFile } from './init-file.ts'
import { type ServerProgram, serverEnvironment } from './programs.ts'
import type { Throwaway } from './throwaway.ts'

export type Access = 'visitor' | 'everybody'

export interface LocalPlan {
  readonly program: ServerProgram
  /** The data directory; made and filled where `prepared` is not set. */
  readonly datadir: string
  /** It holds a prepared copy: its accounts are not asked for. */
  readonly prepared?: boolean
  /** Of a prepared copy: lets in a visitor of its own, which the copy then holds; or everybody, and nothing is changed. */
  readonly access?: Access
  /** Further options of the server. */
  readonly options?: readonly string[]
}

const initFile = 'init.sql'

/** Milliseconds between two looks, and until the server is given up. */
const pause = 100
const patience = 300_000

const needsVisitor = ({ prepared, access }: LocalPlan) => prepared === true && access !== 'everybody'

/** What keeps a throwaway server from doing anything but hold the data: no network, no events, no files, no plugins. */
function serverArgs(plan: LocalPlan, home: string, user: Unprivileged | undefined): string[] {
  const empty = join(home, 'empty')
  return [
    '--no-defaults',
    `--datadir=${plan.datadir}`,
    `--socket=${join(home, 'socket')}`,
    `--pid-file=${join(home, 'pid')}`,
    `--tmpdir=${join(home, 'tmp')}`,
    `--secure-file-priv=${empty}`,
    '--skip-networking',
    '--skip-log-bin',
    '--skip-slave-start',
    '--event-scheduler=OFF',
    '--innodb-flush-log-at-trx-commit=0',
    '--max-allowed-packet=1G',
    '--performance-schema=OFF',
    ...(needsVisitor(plan) ? [`--init-file=${join(home, initFile)}`] : []),
    ...(plan.access === 'everybody' ? ['--skip-grant-tables'] : []),
    ...(process.getuid?.() === 0 && user === undefined ? ['--user=root'] : []),
    ...(plan.options ?? []),
  ]
}

async function untilReady(
  context: SourceContext,
  running: RunningTool,
  { address, name }: Pick<Throwaway, 'address' | 'name'>,
): Promise<void> {
  const { clock, signal } = context
  const deadline = clock.monotonic() + patience
  let over = false
  running.exited
    .finally(() => {
      over = true
    })
    .catch(() => undefined)
  for (;;) {
    signal.throwIfAborted()
    const session = await openSession(address, signal).catch(() => undefined)
    if (session !== undefined) return session.close()
    if (over || clock.monotonic() > deadline) {
      const lines = running.stderr.lastLines(40)
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
  const { datadir, program } = plan
  const user = await userFor(datadir)
  const home = await makeHome(user)
  const note = await noteLeftover(context.stateDirectory, { servers: [], directories: [home] })
  let running: RunningTool | undefined
  const stop = async () => {
    await running?.stop()
    await rm(home, { recursive: true, force: true })
    await note.forget()
  }
  try {
    if (plan.prepared !== true) {
      await mkdir(datadir, { recursive: true, mode: 0o700 })
      if (user) await chown(datadir, user.uid, user.gid)
      await initialise(context, plan, user)
    } else if (user) await giveTo(context, datadir, user)
    const visitor =
      plan.prepared === true ? await writeInitFile(join(home, initFile), user) : { user: 'root' }
    running = await launch(context, plan, { home, user, note })
    const address: Address = { socket: join(home, 'socket'), ...visitor, tls: 'disabled' }
    const name = `local ${program.path.split('/').at(-1)} ${program.version.text}`
    await untilReady(context, running, { address, name })
    return { address, version: program.version, name, ended: toolEnd(running), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function launch(
  context: SourceContext,
  plan: LocalPlan,
  { home, user, note }: { home: string; user: Unprivileged | undefined; note: LeftoverNote },
): Promise<RunningTool> {
  const running = spawnTool({
    command: plan.program.path,
    args: serverArgs(plan, home, user),
    environment: serverEnvironment(context),
    signal: context.signal,
    cwd: home,
    // A copy that is to be served afterwards has to be closed in good order.
    killAfterMs: plan.access === 'everybody' ? 120_000 : 5000,
    ...(user && { user: { uid: user.uid, gid: user.gid } }),
  })
  // It prints nothing there, and its end is judged by whoever waits for it.
  running.stdout.on('error', () => undefined).resume()
  if (running.pid !== undefined) await note.update({ servers: [running.pid], directories: [home] })
  return running
}
