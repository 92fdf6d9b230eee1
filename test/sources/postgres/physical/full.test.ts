import { EventEmitter, once } from 'node:events'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RestoreOptions, RestoreTarget } from '../../../../src/domain/source.ts'
import { createPostgresSource } from '../../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../../services/postgres.ts'
import { hasPostgres } from '../../../services/postgres-installation.ts'
import { startPostgresOn } from '../../../services/postgres-on.ts'
import { postgresSettings } from '../settings.ts'
import { backUpStreams } from './back-up.ts'
import { makeAccounts, soundSql, startWriters } from './writers.ts'

const rows = 20_000

describe.skipIf(!hasPostgres(15))('a copy of PostgreSQL 15', () => {
  let server: PostgresService
  let work: string

  beforeAll(async () => {
    server = await startPostgres()
    await makeAccounts(server, 'shop', rows)
  })
  afterAll(() => server?.stop())
  beforeEach(() => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-physical-'))
    // The server of a restored directory is another user's.
    fs.chmodSync(work, 0o755)
  })
  afterEach(() => fs.rmSync(work, { recursive: true }))

  type Given = Omit<Parameters<typeof postgresSettings>[0], 'url' | 'method'>
  const source = (given: Given = {}, url = server.url('shop')) =>
    createPostgresSource(postgresSettings({ url, method: 'physical', ...given }))
  const slots = () =>
    server.query("select slot_name from pg_replication_slots where slot_name like 'holdfast%'")
  const to = (target: RestoreTarget, overwrite = false): RestoreOptions => ({
    target,
    include: [],
    overwrite,
  })
  const restored = () => join(work, 'restored')

  it('finds nothing wrong beforehand', async () => {
    const findings = await source().preflight(sourceContext())
    expect(findings.map(({ severity }) => severity)).toEqual(['ok', 'ok'])
  })

  it('is one that a server starts on while others went on writing, and recovers to the end of the backup', async () => {
    const writers = await startWriters(server, 'shop', rows)
    await expect.poll(() => writers.committed()).toBeGreaterThan(20)
    const before = writers.committed()
    const { link, level } = await backUpStreams(source(), work)
    await writers.stop()
    expect(level).toBe(0)
    expect(await slots()).toEqual([])
    expect(link.streams.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['base', 'application/x-tar'],
      ['backup-manifest', 'application/json'],
    ])
    expect(link.description).toMatchObject({ method: 'physical', serverMajor: 15, restoreNeedsMajor: 15 })
    expect(JSON.stringify(link.description)).not.toContain('shop')

    await source().restore(sourceContext(), [link], to({ type: 'datadir', path: restored() }))
    expect(fs.statSync(restored()).mode & 0o777).toBe(0o700)
    const copy = await startPostgresOn(restored(), 15)
    try {
      const [found] = await copy.query(soundSql, 'shop')
      expect(found).toMatchObject({ sound: true, accounts: rows })
      expect(Number(found?.moves)).toBeGreaterThanOrEqual(before)
    } finally {
      await copy.stop()
    }
  })

  it('comes by the socket too, and without settings goes into a file or to standard output as it came', async () => {
    const { link, file } = await backUpStreams(source({}, server.socketUrl('shop')), work)
    const bare = createPostgresSource(undefined)
    await bare.restore(sourceContext(), [link], to({ type: 'file', path: join(work, 'base.tar') }))
    const chunks: Buffer[] = []
    const stream = new Writable({
      write(chunk, _, done) {
        chunks.push(chunk)
        done()
      },
    })
    await bare.restore(sourceContext(), [link], to({ type: 'stdout', stream }))
    const whole = fs.readFileSync(file('base'))
    expect(fs.readFileSync(join(work, 'base.tar')).equals(whole)).toBe(true)
    expect(Buffer.concat(chunks).equals(whole)).toBe(true)
  })

  it('is full whatever was asked for, and says why', async () => {
    const { parent } = await backUpStreams(source(), work)
    const again = await backUpStreams(source(), work, { level: 1, parent })
    expect(again.level).toBe(0)
    expect(again.fullBecause).toBe('the server is PostgreSQL 15, and increments begin with 17')
  })

  it('refuses a directory that holds something, a server that runs, and parts', async () => {
    const { link } = await backUpStreams(source(), work)
    const restore = (options: RestoreOptions) => source().restore(sourceContext(), [link], options)
    fs.mkdirSync(restored())
    fs.writeFileSync(join(restored(), 'mine'), '')
    const target = { type: 'datadir', path: restored() } as const
    await expect(restore(to(target))).rejects.toMatchObject({ code: 'target-not-empty' })
    await expect(restore(to({ type: 'datadir', path: server.data }, true))).rejects.toMatchObject({
      code: 'server-running',
    })
    expect(await server.query('select 1 as one')).toEqual([{ one: 1 }])
    await expect(restore({ ...to(target), tables: ['accounts'] })).rejects.toMatchObject({ code: 'usage' })
    await expect(restore(to({ type: 'container', container: 'x' }))).rejects.toMatchObject({ code: 'usage' })
    expect(fs.readdirSync(restored())).toEqual(['mine'])
    await restore(to(target, true))
    expect(fs.existsSync(join(restored(), 'PG_VERSION'))).toBe(true)
    expect(fs.existsSync(join(restored(), 'mine'))).toBe(false)
    expect(fs.readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('stops the server of the data directory and starts it again', async () => {
    const { link } = await backUpStreams(source(), work)
    const log = join(work, 'log')
    const say = (word: string) => ['sh', '-c', `echo ${word} >> ${log}; ls ${restored()} | wc -l >> ${log}`]
    const control = { stop: say('stop'), start: say('start') }
    fs.mkdirSync(restored())
    await source({ server: control }).restore(
      sourceContext(),
      [link],
      to({ type: 'datadir', path: restored() }, true),
    )
    const [stop, before, start, after] = fs.readFileSync(log, 'utf8').trim().split('\n')
    expect([stop, start, before]).toEqual(['stop', 'start', '0'])
    expect(Number(after)).toBeGreaterThan(10)
  })

  it('is made by a role that may only replicate', async () => {
    await server.query("create role copier login replication password 'secret-of-copier'")
    const url = server.url('shop').replace(/\/\/[^@]+@/, '//copier:secret-of-copier@')
    const { link } = await backUpStreams(source({}, url), work)
    expect(link.streams[0]?.bytes).toBeGreaterThan(1_000_000)
  })

  it('says which right a role lacks', async () => {
    await server.query("create role reader login password 'secret-of-reader'")
    const url = server.url('shop').replace(/\/\/[^@]+@/, '//reader:secret-of-reader@')
    const findings = await source({}, url).preflight(sourceContext())
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', command: 'alter role "reader" replication' }),
    )
    await expect(backUpStreams(source({}, url), work)).rejects.toMatchObject({ name: 'HoldfastError' })
    expect(await slots()).toEqual([])
  })

  it('is none when it is cancelled midway, and leaves no slot', async () => {
    const controller = new AbortController()
    let seen = 0
    const onChunk = (_: string, bytes: number) => {
      seen += bytes
      if (seen > 2_000_000) controller.abort(new Error('enough'))
    }
    const context = { ...sourceContext(controller.signal) }
    await expect(backUpStreams(source(), work, { context, onChunk })).rejects.toThrow('enough')
    await expect.poll(slots).toEqual([])
  })

  it('is none when the server dies midway', async () => {
    let killed = false
    const onChunk = async () => {
      if (killed) return
      killed = true
      await server.kill('SIGKILL')
    }
    const outcome = await backUpStreams(source(), work, { onChunk }).catch((error: unknown) => error)
    await server.start()
    expect(outcome).toMatchObject({ name: 'HoldfastError' })
    expect(await slots()).toEqual([])
  })

  it('is proven without the libraries that are not installed where it is drilled, and says so', async () => {
    const { link } = await backUpStreams(source(), work)
    const context = { ...sourceContext(), stateDirectory: work }
    const scratch = join(work, 'scratch')
    fs.mkdirSync(scratch)
    const preload = 'no_such_library'
    const loaded = { ...link, fingerprint: { ...(link.fingerprint as object), preload } }
    const { checks } = await source().drill(context, [loaded], { scratch })
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(context.findings).toMatchObject([
      { code: 'libraries-missing', message: expect.stringContaining('no_such_library') },
    ])
  })

  it('is given up when nobody takes it for longer than max-stall, and the server may forget its log', async () => {
    const capture = await source({ 'max-stall': '1s' }).capture({
      ...sourceContext(),
      level: 0,
      repository: '01234567-89ab-4cde-8f01-23456789abcd',
      index: { add: () => undefined },
      allowUnread: [],
    })
    try {
      expect(await slots()).toHaveLength(1)
      const stream = capture.streams[0]?.open()
      stream?.read(1)
      await expect(once(stream ?? new EventEmitter(), 'end')).rejects.toMatchObject({
        code: 'source-stalled',
      })
    } finally {
      await capture.abort()
    }
    expect(await slots()).toEqual([])
  })

  it('says so where pg_hba.conf admits no replication', async () => {
    const closed = await startPostgres({ hba: ['host replication all 127.0.0.1/32 reject'] })
    try {
      await expect(backUpStreams(source({}, closed.url()), work)).rejects.toMatchObject({
        code: 'database-login',
        hint: expect.stringContaining('pg_hba.conf'),
      })
    } finally {
      await closed.stop()
    }
  })

  it('goes without a slot that somebody left under its name', async () => {
    const { slotName } = await import('../../../../src/sources/postgres/physical/slot.ts')
    const name = slotName('01234567-89ab-4cde-8f01-23456789abcd', 'job')
    await server.query('select pg_create_physical_replication_slot($1, true)', 'shop', [name])
    await backUpStreams(source(), work)
    expect(await slots()).toEqual([])
    // One that a session of a host which is gone without a word still holds.
    const other = await server.connect('shop')
    await other.query('select pg_create_physical_replication_slot($1, true, true)', [name])
    await backUpStreams(source(), work)
    expect(await slots()).toEqual([])
    await other.end().catch(() => undefined)
  })

  describe('with a tablespace', () => {
    let place: string

    beforeAll(async () => {
      place = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-space-'))
      const { uid, gid } = fs.statSync(server.data)
      fs.chownSync(place, uid, gid)
      await server.query(`create tablespace beside location '${place}'`)
      await server.query(
        "create table far tablespace beside as select n, 'row ' || n as name from generate_series(1, 5000) n",
        'shop',
      )
    })
    afterAll(async () => {
      await server.query('drop table far', 'shop')
      await server.query('drop tablespace beside')
      fs.rmSync(place, { recursive: true })
    })

    it('goes through scratch space, and comes back beside the data directory', async () => {
      const scratch = join(work, 'scratch')
      const { link } = await backUpStreams(source(), work, { context: { ...sourceContext(), scratch } })
      expect(link.streams.map(({ name }) => name.replace(/\d+/, 'N'))).toEqual([
        'base',
        'tablespace-N',
        'backup-manifest',
      ])
      expect(fs.readdirSync(scratch)).toEqual([])
      const live = fs.readdirSync(place)
      const { warnings } = await source().restore(
        sourceContext(),
        [link],
        to({ type: 'datadir', path: restored() }),
      )
      expect(warnings).toMatchObject([{ code: 'tablespaces-moved' }])
      const copy = await startPostgresOn(restored(), 15)
      try {
        expect(await copy.query('select count(*)::int as count from far', 'shop')).toEqual([{ count: 5000 }])
        const [moved] = await copy.query(
          "select pg_tablespace_location(oid) as at from pg_tablespace where spcname = 'beside'",
        )
        expect(String(moved?.at)).toMatch(`${restored()}.tablespaces/`)
      } finally {
        await copy.stop()
      }
      expect(fs.readdirSync(place)).toEqual(live)
      const file = { type: 'file', path: join(work, 'base.tar') } as const
      await expect(source().restore(sourceContext(), [link], to(file))).rejects.toMatchObject({
        code: 'usage',
      })
    })
  })
})
