import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { type PostgresMajor, postgresPrograms, unprivileged } from './postgres-installation.ts'

/** A server on a data directory that was there before. */
export interface PostgresOn {
  /** By the unix socket. */
  socketUrl(database?: string): string
  query(sql: string, database?: string): Promise<Record<string, unknown>[]>
  log(): string
  stop(): Promise<void>
}

/** Starts a server on a restored data directory, as whoever its files belong to, and waits until it has recovered. */
export async function startPostgresOn(data: string, major: PostgresMajor): Promise<PostgresOn> {
  const programs = postgresPrograms(major)
  if (programs === undefined) throw new Error(`PostgreSQL ${major} is not installed: npm run setup:services`)
  const owner = unprivileged()
  const socket = mkdtempSync(join(tmpdir(), 'holdfast-pg-on-'))
  chmodSync(socket, 0o755)
  if (owner) chownSync(socket, owner.uid, owner.gid)
  const [command = '', ...args] = [
    ...(owner?.prefix ?? []),
    join(programs, 'postgres'),
    ...['-D', data, '-k', socket, '-p', '5432', '-c', 'listen_addresses=', '-c', 'archive_mode=off'],
  ]
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: socket })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += String(chunk)
  })
  const server: PostgresOn = {
    socketUrl: (database = 'postgres') =>
      `postgres://postgres@/${database}?host=${encodeURIComponent(socket)}&port=5432`,
    async query(sql, database = 'postgres') {
      const client = new Client({ host: socket, port: 5432, user: 'postgres', database })
      client.on('error', () => undefined)
      await client.connect()
      try {
        return (await client.query(sql)).rows
      } finally {
        await client.end()
      }
    },
    log: () => log,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit')
        child.kill('SIGQUIT')
        await ended
      }
      rmSync(socket, { recursive: true, force: true })
    },
  }
  while (child.exitCode === null) {
    try {
      await server.query('select 1')
      return server
    } catch {
      await pause(50)
    }
  }
  await server.stop()
  throw new Error(`postgres ${major} did not start on ${data}: ${log}`)
}
