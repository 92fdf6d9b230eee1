import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DrillCheck, DrillOptions } from '../../../../src/domain/drill.ts'
import { Secret } from '../../../../src/domain/secret.ts'
import type { Chain, ChainLink, ParentState, SourceContext } from '../../../../src/domain/source.ts'
import { openLocalBench } from '../../../../src/sources/postgres/physical/bench/local.ts'
import { decodeState, encodeState } from '../../../../src/sources/postgres/physical/state.ts'
import { verifyDirectory } from '../../../../src/sources/postgres/physical/verify.ts'
import { createPostgresSource } from '../../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../../services/postgres.ts'
import { hasPostgres } from '../../../services/postgres-installation.ts'
import { startPostgresOn } from '../../../services/postgres-on.ts'
import { postgresSettings } from '../settings.ts'
import { backUpStreams, type PhysicalBackup } from './back-up.ts'
import { makeAccounts, soundSql, startWriters } from './writers.ts'

const rows = 20_000

describe.skipIf(!hasPostgres(17))('copies of PostgreSQL 17', { timeout: 180_000 }, () => {
  let server: PostgresService
  let work: string
  let chain: readonly PhysicalBackup[]
  let committed: number

  /** A host that has the programs of 17 on its PATH. */
  const host = (): SourceContext => {
    const context = sourceContext()
    const PATH = `${server.programs}:${context.environment.PATH}`
    return { ...context, stateDirectory: work, environment: { ...context.environment, PATH } }
  }
  const source = () => createPostgresSource(postgresSettings({ url: server.url('shop'), method: 'physical' }))
  const links = (): Chain => chain.map(({ link }) => link)
  const increment = (parent: ParentState) =>
    backUpStreams(source(), work, { context: host(), level: 1, parent })

  beforeAll(async () => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-chain-'))
    fs.chmodSync(work, 0o755)
    server = await startPostgres({ major: 17, settings: { summarize_wal: 'on' } })
    await makeAccounts(server, 'shop', rows)
    const writers = await startWriters(server, 'shop', rows)
    await vi.waitUntil(() => writers.committed() > 10, { timeout: 30_000 })
    const full = await backUpStreams(source(), work, { context: host() })
    await server.query('create database later')
    await server.query('create table late as select 42 as answer', 'later')
    const first = await backUpStreams(source(), work, { context: host(), level: 1, parent: full.parent })
    committed = writers.committed()
    const second = await backUpStreams(source(), work, { context: host(), level: 2, parent: first.parent })
    await writers.stop()
    chain = [full, first, second]
  })
  afterAll(async () => {
    await server?.stop()
    fs.rmSync(work, { recursive: true, force: true })
  })

  let scratch: string
  beforeEach(() => {
    scratch = fs.mkdtempSync(join(work, 'scratch-'))
  })
  afterEach(() => fs.rmSync(scratch, { recursive: true }))

  const drill = (of: Chain, options: Partial<DrillOptions> = {}) =>
    source().drill({ ...host(), scratch }, of, { scratch, ...options })
  const failed = (checks: readonly DrillCheck[]) => checks.filter(({ result }) => result !== 'passed')

  it('are increments, made while others write, and leave no slot', async () => {
    expect(chain.map(({ level, fullBecause }) => [level, fullBecause])).toEqual([
      [0, undefined],
      [1, undefined],
      [2, undefined],
    ])
    const bytes = chain.map(({ link }) => link.streams[0]?.bytes ?? 0)
    expect(bytes[2]).toBeLessThan((bytes[0] ?? 0) * 0.7)
    expect(await server.query('select slot_name from pg_replication_slots')).toEqual([])
  })

  it('come back as one data directory on which a server recovers to the end of the last', async () => {
    const path = join(work, 'restored')
    const bare = createPostgresSource(undefined)
    const options = { target: { type: 'datadir', path }, include: [], overwrite: false } as const
    await bare.restore({ ...host(), scratch }, links(), options)
    expect(fs.readdirSync(scratch)).toEqual([])
    expect(fs.statSync(path).mode & 0o777).toBe(0o700)
    const copy = await startPostgresOn(path, 17)
    try {
      const [found] = await copy.query(soundSql, 'shop')
      expect(found).toMatchObject({ sound: true, accounts: rows })
      expect(Number(found?.moves)).toBeGreaterThanOrEqual(committed)
      expect(await copy.query('select answer from late', 'later')).toEqual([{ answer: 42 }])
    } finally {
      await copy.stop()
    }
    const file = { type: 'file', path: join(work, 'base.tar') } as const
    await expect(bare.restore(host(), links(), { ...options, target: file })).rejects.toMatchObject({
      code: 'usage',
    })
  })

  it('are proven on a throwaway server, with the checks of a person', async () => {
    const asked: string[] = []
    const { checks, evidence, tables, versions } = await drill(links(), {
      async inspect({ query, environment }) {
        asked.push((await query?.('select count(*) from accounts')) ?? '', environment?.PGDATABASE ?? '')
        await expect(query?.('select nothing')).rejects.toMatchObject({ code: 'check-query-failed' })
        return [{ name: 'mine', result: 'passed' }]
      },
    })
    expect(failed(checks)).toEqual([])
    expect(checks.map(({ name }) => name)).toEqual([
      ...chain.map(({ link }) => `backup manifest of ${link.id}`),
      'combined backup',
      'server',
      'databases',
      'tables',
      'amcheck',
      'mine',
    ])
    expect(asked).toEqual([String(rows), 'shop'])
    expect(evidence).toBe('stream')
    expect(tables).toBe(3)
    expect(versions?.postgres).toMatch(/^17\./)
    expect(fs.readdirSync(scratch)).toEqual([])
  })

  it('are not proven with one byte flipped in a file of one of them', async () => {
    const [full, backup, last] = chain as [PhysicalBackup, PhysicalBackup, PhysicalBackup]
    const flipped = fs.readFileSync(backup.file('base'))
    // Inside of a file, which no header of the archive reveals.
    const at = flipped.indexOf('PG_VERSION') + 512
    flipped[at] = (flipped[at] as number) ^ 1
    const open = (name: string) => (name === 'base' ? Readable.from([flipped]) : backup.link.open(name))
    const { checks } = await drill([full.link, { ...backup.link, open }, last.link])
    const name = `backup manifest of ${backup.link.id}`
    expect(failed(checks)).toMatchObject([{ name, result: 'failed' }])
  })

  it('are read to their end without a server, and show what is not in the archive', async () => {
    const check = async (of: Chain) => (await source().contents?.(host(), of)) ?? []
    const names = chain.map(({ link }) => `archive of ${link.id}`)
    expect(await check(links())).toMatchObject(names.map((name) => ({ name, result: 'passed' })))
    const [first, second] = links()
    // The archive of one backup with the list of another.
    const mixed = { ...first, open: (name: string) => (name === 'base' ? second : first)?.open(name) }
    const [found] = await check([mixed as ChainLink])
    expect(found).toMatchObject({ result: 'failed', found: expect.stringContaining('in the archive') })
  })

  it('show a byte that was flipped after they were restored', async () => {
    const path = join(work, 'flipped')
    const [full] = links()
    const target = { type: 'directory', path } as const
    await source().restore(host(), full ? [full] : [], { target, include: [], overwrite: false })
    const bench = await openLocalBench(17, host())
    const check = () => verifyDirectory(bench, path, 'files')
    expect(await check()).toMatchObject({ result: 'passed' })
    const file = join(path, 'base/1/1259')
    const bytes = fs.readFileSync(file)
    bytes[5000] = (bytes[5000] as number) ^ 1
    fs.writeFileSync(file, bytes)
    expect(await check()).toMatchObject({ result: 'failed', found: expect.stringContaining('base/1/1259') })
  })

  it('are not tried on a server that is there', async () => {
    const url = new Secret(server.url())
    await expect(drill(links(), { server: { type: 'url', url } })).rejects.toMatchObject({ code: 'usage' })
  })

  it('say what is missing on a host without the programs of their major', async () => {
    const bare = { ...host(), environment: { PATH: '/usr/bin:/bin' } }
    const { checks } = await source().drill(bare, links(), { scratch })
    expect(checks).toMatchObject([
      {
        name: 'server',
        result: 'inconclusive',
        found: expect.stringContaining('apt-get install postgresql-17'),
      },
    ])
    await expect(backUpStreams(source(), work, { context: bare })).rejects.toMatchObject({
      code: 'database-client-missing',
    })
  })

  it('are full, and say why, where the base is of another server, timeline or kind', async () => {
    const last = chain.at(-1) as PhysicalBackup
    const state = decodeState(last.parent.state)
    if (state === undefined) throw new Error('no state')
    const because = async (changed: Partial<typeof state> | string) => {
      const bytes = typeof changed === 'string' ? Buffer.from(changed) : encodeState({ ...state, ...changed })
      const { level, fullBecause } = await increment({ ...last.parent, state: bytes })
      expect(level).toBe(0)
      return fullBecause
    }
    expect(await because({ systemIdentifier: '1' })).toContain('another server')
    expect(await because({ timeline: 7 })).toBe('the server has gone from timeline 7 to 1')
    expect(await because('nonsense')).toContain('cannot be read')
  })

  it('are full where WAL was not summarized all the time', async () => {
    const { parent } = chain.at(-1) as PhysicalBackup
    const summarize = async (how: 'on' | 'off') => {
      await server.query(`alter system set summarize_wal = ${how}`)
      await server.query('select pg_reload_conf()')
      await expect.poll(async () => (await server.query('show summarize_wal'))[0]?.summarize_wal).toBe(how)
    }
    await summarize('off')
    const { fullBecause: off } = await increment(parent)
    expect(off).toBe('summarize_wal is off at the server')
    // The log goes on, and what is not summarized is recycled.
    for (let at = 0; at < 12; at += 1) {
      await server.query('insert into moves default values; select pg_switch_wal()', 'shop')
      await server.query('checkpoint')
    }
    await summarize('on')
    const { level, fullBecause } = await increment(parent)
    expect([level, fullBecause]).toEqual([0, expect.stringContaining('has no WAL summaries back to')])
    const again = await backUpStreams(source(), work, { context: host() })
    expect(await increment(again.parent)).toMatchObject({ level: 1, fullBecause: undefined })
  })
})
