import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type QueryResult } from 'pg'
import { type PostgresMajor, postgresPrograms, unprivileged } from './postgres-installation.ts'
import { freePort } from './program.ts'

export interface PostgresOptions {
  readonly major?: PostgresMajor
  /** Lines of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
  /** Lines of pg_hba.conf before the usual ones: everyone by the socket, by password over TCP. */
  readonly hba?: readonly string[]
  /** Further arguments of initdb. */
  readonly initdb?: readonly string[]
  /** Called with the data directory before the server starts for the first time. */
  prepare?(data: string): void
}

/** A PostgreSQL server of a test's own: on a unix socket, and on a random port of 127.0.0.1 with a password. */
export interface PostgresService {
  readonly major: PostgresMajor
  readonly port: number
  /** The directory of its unix socket. */
  readonly socket: string
  /** Its data directory. */
  readonly data: string
  /** The directory of its programs. */
  readonly programs: string
  readonly user: string
  readonly password: string
  /** Over TCP, with the password. */
  url(database?: string): string
  /** By the unix socket, without one. */
  socketUrl(database?: string): string
  /** Rows of one statement, or of the last of several without parameters. */
  query(sql: string, database?: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>
  /** A client that the test ends itself. */
  connect(database?: string): Promise<Client>
  pid(): number
  /** SIGKILL takes the postmaster, and its children notice; the rest as PostgreSQL documents. Waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again after `kill`. */
  start(): Promise<void>
  /** What the server logged. */
  log(): string
  stop(): Promise<void>
}

const user = 'postgres'
const password = 'holdfast-test-pg-8d1f'

const usual = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: "'32MB'",
  max_connections: '60',
  listen_addresses: "'127.0.0.1'",
}

function lines(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

/** What the server's programs may see of this process's environment. */
const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' }

/** Makes a cluster in a temporary directory and starts it. The tests of a file may share one. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresService> {
  const { major = 15, settings = {}, hba = [] } = options
  const programs = postgresPrograms(major)
  if (programs === undefined) throw new Error(`PostgreSQL ${major} is not installed: npm run setup:services`)
  const directory = mkdtempSync(join(tmpdir(), `holdfast-pg${major}-`))
  const data = join(directory, 'data')
  const socket = join(directory, 'socket')
  const owner = unprivileged()
  const [command = join(programs, 'initdb'), ...prefix] = [...(owner?.prefix ?? [])]
  const run = (program: string, args: readonly string[]): [string, string[]] => {
    const path = join(programs, program)
    return owner === undefined ? [path, [...args]] : [command, [...prefix, path, ...args]]
  }
  const passwordFile = join(directory, 'password')
  for (const path of [data, socket]) mkdirSync(path, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  chmodSync(socket, 0o755)
  if (owner !== undefined) {
    chmodSync(directory, 0o755)
    for (const path of [data, socket, passwordFile]) chownSync(path, owner.uid, owner.gid)
  }
  const initdb = run('initdb', [
    `--pgdata=${data}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    ...(options.initdb ?? []),
  ])
  execFileSync(...initdb, { env: environment, stdio: ['ignore', 'ignore', 'pipe'], cwd: directory })
  writeFileSync(join(data, 'postgresql.auto.conf'), lines({ ...usual, ...settings }))
  writeFileSync(
    join(data, 'pg_hba.conf'),
    [
      ...hba,
      'local all all trust',
      'host all all 127.0.0.1/32 scram-sha-256',
      'local replication all trust',
      'host replication all 127.0.0.1/32 scram-sha-256',
      '',
    ].join('\n'),
  )
  options.prepare?.(data)

  let child: ChildProcess | undefined
  let port = 0
  let log = ''

  const urlOf = (host: string, secret: string) => (database: string) =>
    `postgres://${user}${secret}@${host}/${encodeURIComponent(database)}`
  const service: PostgresService = {
    major,
    get port() {
      return port
    },
    socket,
    data,
    programs,
    user,
    password,
    url: (database = 'postgres') => urlOf(`127.0.0.1:${port}`, `:${password}`)(database),
    socketUrl: (database = 'postgres') =>
      `${urlOf('', '')(database)}?host=${encodeURIComponent(socket)}&port=${port}`,
    async connect(database = 'postgres') {
      const client = new Client({ host: socket, port, user, database })
      // A server that is killed says so to every client; the query that runs fails anyway.
      client.on('error', () => undefined)
      await client.connect()
      return client
    },
    async query(sql, database, parameters) {
      const client = await service.connect(database)
      try {
        const result: QueryResult | QueryResult[] = await client.query(sql, parameters)
        return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? []
      } finally {
        await client.end()
      }
    },
    pid: () => child?.pid ?? 0,
    async kill(signal = 'SIGQUIT') {
      const running = child
      child = undefined
      if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
      const ended = once(running, 'exit')
      running.kill(signal)
      await ended
    },
    start,
    log: () => log,
    async stop() {
      await service.kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }

  async function start(): Promise<void> {
    if (port === 0) port = await freePort()
    const [program, args] = run('postgres', ['-D', data, '-k', socket, '-p', String(port)])
    const started = spawn(program, args, {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: directory,
    })
    started.stderr.on('data', (chunk: Buffer) => {
      log = (log + String(chunk)).slice(-100_000)
    })
    child = started
    for (let tries = 0; tries < 600 && started.exitCode === null; tries++) {
      try {
        await service.query('select 1')
        return
      } catch {
        await pause(50)
      }
    }
    throw new Error(`postgres ${major} did not start: ${log}`)
  }

  // Somebody else may take the free port first.
  for (let attempt = 1; ; attempt++) {
    try {
      await start()
      return service
    } catch (error) {
      await service.kill('SIGKILL')
      port = 0
      if (attempt === 3) {
        await service.stop()
        throw error
      }
    }
  }
}
