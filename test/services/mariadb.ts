import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'

/** A MariaDB or MySQL server of a test's own, with a data directory, a socket and a port of its own. */
export interface MariadbServer {
  readonly directory: string
  readonly datadir: string
  readonly socket: string
  readonly port: number
  /** Of `root`, who may do everything and comes from this host. */
  readonly password: string
  /** `mysql://root:…@127.0.0.1:PORT`. */
  readonly url: string
  /** The process that serves; another one after `start`. */
  pid(): number
  /** A connection of its own, which the caller ends. */
  connect(): Promise<Connection>
  /** Runs statements one after another. */
  run(...statements: readonly string[]): Promise<void>
  /** All rows, as lists of texts. */
  rows(sql: string): Promise<(string | null)[][]>
  /** Commands that stop and start it, as an administrator would have them; `start` fails where it does not come up. */
  commands(): { readonly stop: readonly string[]; readonly start: readonly string[] }
  /** Ends the server in good order. */
  halt(): Promise<void>
  /** SIGKILL. */
  kill(): Promise<void>
  start(options?: readonly string[]): Promise<void>
  /** Ends it at once and removes everything. */
  stop(): Promise<void>
}

export interface MariadbOptions {
  /** Options of the server: `--log-bin=bin`. */
  readonly options?: readonly string[]
}

/** The user that servers run as where the tests run as root; undefined elsewhere. */
const unprivileged =
  process.getuid?.() === 0
    ? {
        uid: Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })),
        gid: Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' })),
      }
    : undefined

const asUser =
  unprivileged === undefined
    ? []
    : ['setpriv', `--reuid=${unprivileged.uid}`, `--regid=${unprivileged.gid}`, '--clear-groups', '--']

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const password = 'test-password-of-root'

const controlScript = `
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
const [what, path, ...argv] = process.argv.slice(2)
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
if (what === 'stop') {
  const pid = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  const alive = () => { try { process.kill(pid, 0); return !/\\) [ZX] /.test(readFileSync('/proc/' + pid + '/stat', 'utf8')) } catch { return false } }
  if (pid > 0 && alive()) process.kill(pid, 'SIGTERM')
  while (pid > 0 && alive()) await pause()
} else {
  const child = spawn(argv[0], argv.slice(1), { stdio: 'ignore', detached: true, cwd: '/' })
  let gone = false
  child.once('exit', () => { gone = true })
  const listens = () => new Promise((resolve) => {
    const socket = connect(path, () => { socket.destroy(); resolve(true) })
    socket.once('error', () => resolve(false))
  })
  while (!gone && !(await listens())) await pause()
  if (gone) { console.error('the server ended'); process.exit(1) }
  child.unref()
}
`

/** What starts a server of one kind, MariaDB or MySQL. */
export interface ServerRecipe {
  readonly program: string
  /** The command that fills a data directory. */
  install(datadir: string): readonly string[]
  readonly options: readonly string[]
  /** Statements that give root a password, on this host and from others. */
  givePassword(password: string): readonly string[]
}

/** What a data directory depends on: the program, how it is filled, and whose it is. */
function stampOf(recipe: ServerRecipe): string {
  const version = execFileSync(recipe.program, ['--no-defaults', '--version'], { encoding: 'utf8' })
  const parts = [version, ...recipe.install('-'), unprivileged?.uid ?? process.getuid?.()]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)
}

/**
 * A fresh data directory to copy: making one takes seconds of a busy machine. All test runs of this host share it, since
 * who made it may be killed before it could remove it.
 */
function template(recipe: ServerRecipe): string {
  const shared = join(tmpdir(), `holdfast-mariadb-shared-${stampOf(recipe)}`)
  if (existsSync(shared)) return join(shared, 'data')
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-mariadb-template-'))
  const datadir = join(directory, 'data')
  mkdirSync(datadir, { mode: 0o700 })
  chmodSync(directory, 0o755)
  if (unprivileged)
    for (const path of [directory, datadir]) chownSync(path, unprivileged.uid, unprivileged.gid)
  const [command = '', ...args] = [...asUser, ...recipe.install(datadir)]
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: directory })
  // Each server gets an identity of its own.
  rmSync(join(datadir, 'auto.cnf'), { force: true })
  try {
    renameSync(directory, shared)
  } catch {
    // Another test was faster.
    rmSync(directory, { recursive: true })
  }
  return join(shared, 'data')
}

const mariadb: ServerRecipe = {
  program: 'mariadbd',
  install: (datadir) => [
    'mariadb-install-db',
    ...['--no-defaults', `--datadir=${datadir}`, '--skip-test-db', '--skip-name-resolve'],
    ...['--auth-root-authentication-method=normal', '--innodb-log-file-size=8M'],
  ],
  options: ['--innodb-log-file-size=8M'],
  givePassword: (password) => [
    "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost')",
    'FLUSH PRIVILEGES',
    `CREATE USER root@'%' IDENTIFIED BY '${password}'`,
    "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION",
    `SET PASSWORD FOR root@localhost = PASSWORD('${password}')`,
  ],
}

/** Starts a MariaDB that listens on a socket and on 127.0.0.1. */
export function startMariadb(options: MariadbOptions = {}): Promise<MariadbServer> {
  return startServer(mariadb, options)
}

/** Starts a server that listens on a socket and on 127.0.0.1. */
export async function startServer(
  recipe: ServerRecipe,
  { options = [] }: MariadbOptions = {},
): Promise<MariadbServer> {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-mariadb-'))
  const datadir = join(directory, 'data')
  const socket = join(directory, 'socket')
  mkdirSync(datadir, { mode: 0o700 })
  chmodSync(directory, 0o755)
  if (unprivileged)
    for (const path of [directory, datadir]) chownSync(path, unprivileged.uid, unprivileged.gid)
  execFileSync('cp', ['-a', `${template(recipe)}/.`, datadir])

  let child: ChildProcess | undefined
  let port = 0
  const log = join(directory, 'log.err')
  const connect = (withPassword = true) =>
    createConnection({
      socketPath: socket,
      user: 'root',
      ...(withPassword ? { password } : {}),
      supportBigNumbers: true,
      bigNumberStrings: true,
      rowsAsArray: true,
      typeCast: (field) => field.string(),
    })
  const argvOf = (more: readonly string[]): string[] => [
    ...asUser,
    recipe.program,
    ...['--no-defaults', `--datadir=${datadir}`, `--socket=${socket}`, `--port=${port}`],
    ...['--bind-address=127.0.0.1', `--log-error=${log}`, `--pid-file=${join(directory, 'pid')}`],
    ...['--innodb-buffer-pool-size=32M', '--performance-schema=off', '--max-allowed-packet=64M'],
    ...['--innodb-flush-log-at-trx-commit=0', '--sync-binlog=0', ...recipe.options],
    ...options,
    ...more,
  ]
  async function start(more: readonly string[] = []): Promise<void> {
    port = await freePort()
    const argv = argvOf(more)
    const started = spawn(argv[0] ?? '', argv.slice(1), { stdio: 'ignore', cwd: directory })
    child = started
    for (let tries = 0; tries < 600 && started.exitCode === null; tries++) {
      // Before the first start nobody has given root a password.
      for (const withPassword of [true, false]) {
        const session = await connect(withPassword).catch(() => undefined)
        if (session === undefined) continue
        if (!withPassword)
          for (const statement of recipe.givePassword(password)) await session.query(statement)
        await session.end()
        if (withPassword) return
      }
      await pause(100)
    }
    throw new Error(
      `${recipe.program} did not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-3000) : ''}`,
    )
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }
  const server: MariadbServer = {
    directory,
    datadir,
    socket,
    get port() {
      return port
    },
    password,
    get url() {
      return `mysql://root:${password}@127.0.0.1:${port}`
    },
    pid: () => child?.pid ?? 0,
    connect: () => connect(),
    async run(...statements) {
      const session = await connect()
      try {
        for (const statement of statements) await session.query(statement)
      } finally {
        await session.end()
      }
    },
    async rows(sql) {
      const session = await connect()
      try {
        const [rows] = await session.query<RowDataPacket[]>(sql)
        return rows as unknown as (string | null)[][]
      } finally {
        await session.end()
      }
    },
    commands() {
      const script = join(directory, 'control.mjs')
      writeFileSync(script, controlScript)
      const argv = argvOf([])
      return {
        stop: [process.execPath, script, 'stop', join(directory, 'pid')],
        start: [process.execPath, script, 'start', socket, ...argv],
      }
    },
    halt: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGKILL')
      // One that `commands` started is no child of ours.
      const pid = Number(
        existsSync(join(directory, 'pid')) ? readFileSync(join(directory, 'pid'), 'utf8') : 0,
      )
      if (pid > 0) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It went by itself.
        }
      }
      rmSync(directory, { recursive: true, force: true })
    },
  }
  try {
    await start()
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}
