import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { connect as connectTo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, unprivileged } from '../../services/postgres-installation.ts'
import { startPostgresOn } from '../../services/postgres-on.ts'
import { makeAccounts, soundSql, startWriters } from './physical/writers.ts'
import { dumpAll } from './streams.ts'

/** Something between client and server that can be cut. */
async function startCable(port: number): Promise<{ port: number; cut(): void; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((client) => {
    const onward = connectTo(port, '127.0.0.1')
    for (const socket of [client, onward]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    pipeline(client, onward).catch(() => onward.destroy())
    pipeline(onward, client).catch(() => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as { port: number }).port,
    cut,
    async stop() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

describe.skipIf(!hasPostgres(15))('a dump that something happens to', () => {
  let server: PostgresService
  let work: string
  const rows = 200_000

  beforeAll(async () => {
    // A standby of it has no patience, and sees at once what the primary tidies up.
    server = await startPostgres({ settings: { max_standby_streaming_delay: '0', wal_level: 'replica' } })
    await makeAccounts(server, 'bank', rows)
    // More than all buffers on the way can hold.
    await server.query(
      'create table bulk as select n, repeat(md5(n::text), 40) as text from generate_series(1, 80000) n',
      'bank',
    )
  })
  afterAll(() => server?.stop())
  beforeEach(() => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-faults-'))
  })
  afterEach(() => fs.rmSync(work, { recursive: true }))

  const given = (url = server.url('bank')) => ({ url, globals: false, fingerprint: 'counts' as const })

  /** Does something once, when the dump is well on its way. */
  const inTheMiddle = (action: () => Promise<unknown> | unknown) => {
    let chunks = 0
    return async () => {
      chunks += 1
      if (chunks === 20) await action()
    }
  }

  const copying = () => server.query("select pid from pg_stat_activity where query like 'COPY %'")

  /** Sessions that the server knows beside the one that asks. */
  const sessions = async () =>
    (await server.query(
      "select pid from pg_stat_activity where datname = 'bank' and application_name <> '' and pid <> pg_backend_pid()",
    )) as unknown[]

  it('is no backup when the server is killed', async () => {
    const running = dumpAll(work, given(), { onChunk: inTheMiddle(() => server.kill('SIGQUIT')) })
    await expect(running).rejects.toMatchObject({ code: 'database-unreachable', retryable: true })
    await server.start()
  })

  it('is no backup when its session is ended, or its connection is cut', async () => {
    const end = () =>
      server.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'COPY %'")
    const ended = dumpAll(work, given(), { onChunk: inTheMiddle(end) })
    await expect(ended).rejects.toMatchObject({ code: 'database-unreachable' })
    const cable = await startCable(server.port)
    try {
      const url = server.url('bank').replace(`:${server.port}/`, `:${cable.port}/`)
      const running = dumpAll(work, given(url), { onChunk: inTheMiddle(() => cable.cut()) })
      await expect(running).rejects.toMatchObject({ code: 'database-unreachable' })
    } finally {
      await cable.stop()
    }
  })

  it('is stopped when nobody takes it for max-stall, and lets go of its snapshot', async () => {
    const running = dumpAll(
      work,
      { ...given(), 'max-stall': '1s' },
      // As a store that is gone; whoever waits for it sees the end of the dump afterwards.
      { onChunk: inTheMiddle(() => expect.poll(copying).toEqual([])) },
    )
    await expect(running).rejects.toMatchObject({
      code: 'source-stalled',
      message: 'pg_dump was stopped: nobody took its output for 1 s',
    })
    await expect.poll(sessions).toEqual([])
  })

  it('waits for a lock no longer than it is told', async () => {
    const blocker = await server.connect('bank')
    await blocker.query('begin; lock table accounts in access exclusive mode')
    const running = dumpAll(work, { ...given(), 'lock-wait-timeout': '1s' })
    try {
      await expect(running).rejects.toMatchObject({
        code: 'source-failed',
        hint: expect.stringContaining('lock-wait-timeout'),
      })
    } finally {
      await blocker.end()
    }
  })

  it('says that a standby cancelled it, so that the run may begin anew', async () => {
    const place = join(work, 'standby')
    fs.mkdirSync(place, { mode: 0o700 })
    fs.chmodSync(work, 0o755)
    const owner = unprivileged()
    if (owner) fs.chownSync(place, owner.uid, owner.gid)
    const [command = '', ...args] = [
      ...(owner?.prefix ?? []),
      join(server.programs, 'pg_basebackup'),
      ...['--pgdata', place, '--write-recovery-conf', '--checkpoint=fast', '--no-sync'],
      ...['--dbname', `host=${server.socket} port=${server.port} user=postgres`],
    ]
    execFileSync(command, args, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] })
    const standby = await startPostgresOn(place, 15)
    const primary = await server.connect('bank')
    try {
      await primary.query(
        'create table doomed as select n, repeat(md5(n::text), 40) as text from generate_series(1, 20000) n',
      )
      await expect
        .poll(async () => (await standby.query("select to_regclass('doomed')::text as name", 'bank'))[0])
        .toEqual({ name: 'doomed' })
      // A dump holds a lock on every table, which gives way when the primary drops one.
      const drop = async () => {
        await primary.query('drop table doomed')
        await expect.poll(() => standby.log(), { timeout: 45_000 }).toContain('due to conflict with recovery')
      }
      const running = dumpAll(work, given(standby.socketUrl('bank')), { onChunk: inTheMiddle(drop) })
      await expect(running).rejects.toMatchObject({ code: 'source-conflict', retryable: true })
    } finally {
      await primary.end()
      await standby.stop()
    }
  })

  it('shows one state while others write, and its fingerprint the same', async () => {
    const writers = await startWriters(server, 'bank', rows)
    const before = writers.committed()
    const { files, fingerprint } = await dumpAll(work, {
      url: server.url('bank'),
      globals: false,
      format: 'plain',
    })
    await expect.poll(() => writers.committed()).toBeGreaterThan(before)
    await writers.stop()
    await server.query('create database copy template template0')
    execFileSync(
      join(server.programs, 'psql'),
      ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', files.dump ?? '', server.url('copy')],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const [sound] = await server.query(soundSql, 'copy')
    expect(sound).toMatchObject({ sound: true, accounts: rows })
    const moves = fingerprint.databases[0]?.tables.find(({ name }) => name === 'public.moves')
    expect(moves?.rows).toBe(sound?.moves)
  })
})
