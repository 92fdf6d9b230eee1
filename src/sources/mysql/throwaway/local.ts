import { chmod, chown, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { runTool } from '../../../process/run-tool.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import type { Address } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import type { Version } from '../server/flavor.ts'
import { type Owner, through, throwawayOwner } from './owner.ts'
import { type ServerProgram, serverEnvironment } from './programs.ts'

/** A server that is there for a drill only. */
export interface Throwaway {
  readonly address: Address
  readonly version: Version
  /** `local mariadbd 10.11.19`. */
  readonly name: string
  /** Ends it; idempotent. */
  stop(): Promise<void>
}

export interface LocalPlan {
  readonly program: ServerProgram
  /** The data directory; made and filled where `prepared` is not set. */
  readonly datadir: string
  /** It holds a prepared copy: its accounts are not asked for. */
  readonly prepared?: boolean
  /** Further options of the server. */
  readonly options?: readonly string[]
}

/** Milliseconds between two looks, and until the server is given up. */
const pause = 100
const patience = 300_000

async function initialise(
  context: SourceContext,
  { program, datadir }: LocalPlan,
  start: readonly string[],
): Promise<void> {
  const environment = serverEnvironment(context)
  const isMariadb = program.version.flavor === 'mariadb'
  const argv = isMariadb
    ? [
        ...[...start, 'mariadb-install-db', '--no-defaults', `--datadir=${datadir}`, '--skip-test-db'],
        ...['--skip-name-resolve', '--auth-root-authentication-method=normal'],
      ]
    : [...start, program.path, '--no-defaults', `--datadir=${datadir}`, '--initialize-insecure']
  const [command = '', ...args] = argv
  await runTool({ command, args, environment, signal: context.signal, cwd: datadir })
}

/** What keeps a throwaway server from doing anything but hold the data: no network, no events, no files, no plugins. */
function serverArgs(plan: LocalPlan, home: string): string[] {
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
    ...(plan.prepared === true ? ['--skip-grant-tables'] : []),
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    ...(plan.options ?? []),
  ]
}

/** The directory of the socket: short enough for one, and only the server's user (and root) gets in. */
async function makeHome(owner: Owner | undefined): Promise<string> {
  const home = await makePrivateDirectory(tmpdir(), 'holdfast-mysqld')
  for (const name of ['tmp', 'empty']) await mkdir(join(home, name), { mode: 0o700 })
  if (owner) for (const path of [home, join(home, 'tmp')]) await chown(path, owner.uid, owner.gid)
  return home
}

async function untilReady(context: SourceContext, running: RunningTool, address: Address): Promise<void> {
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
      const lines = running.stderr.lastLines(20)
      const said = lines.filter((line) => /\[ERROR\]/.test(line)).at(0) ?? lines.at(-1) ?? 'it said nothing'
      throw new HoldfastError('server-not-started', `the throwaway server did not start: ${said.trim()}`, {
        hint: 'Read the last lines of its log.',
        context: { logs: lines },
      })
    }
    await clock.sleep(pause, signal)
  }
}

/** Starts a server of this host on a directory of its own. Errors: `server-not-started`, `tool-failed`. */
export async function startLocal(context: SourceContext, plan: LocalPlan): Promise<Throwaway> {
  const owner = await throwawayOwner(plan.datadir)
  const start = await through(owner, context.environment)
  const home = await makeHome(owner)
  let running: RunningTool | undefined
  const stop = async () => {
    await running?.stop()
    await rm(home, { recursive: true, force: true })
  }
  try {
    if (plan.prepared !== true) {
      await mkdir(plan.datadir, { recursive: true, mode: 0o700 })
      await chmod(plan.datadir, 0o700)
      if (owner) await chown(plan.datadir, owner.uid, owner.gid)
      await initialise(context, plan, start)
    }
    const [command = '', ...args] = [...start, plan.program.path, ...serverArgs(plan, home)]
    running = spawnTool({
      command,
      args,
      environment: serverEnvironment(context),
      signal: context.signal,
      cwd: home,
      killAfterMs: 5000,
    })
    running.stdout.on('error', () => undefined).resume()
    const address: Address = { socket: join(home, 'socket'), user: 'root', tls: 'disabled' }
    await untilReady(context, running, address)
    const { version } = plan.program
    const name = `local ${plan.program.path.split('/').at(-1)} ${version.text}`
    return { address, version, name, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
