import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RestoredCopy } from '../../../src/domain/copy.ts'
import { Secret } from '../../../src/domain/secret.ts'
import type { ChainLink } from '../../../src/domain/source.ts'
import { processToken } from '../../../src/process/running-process.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import type { Fingerprint } from '../../../src/sources/mysql/fingerprint/types.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import type { MariadbServer } from '../../services/mariadb.ts'
import { mysqlPath, startMysql } from '../../services/mysql.ts'
import { has } from '../../services/program.ts'
import { capture } from './capture.ts'
import { fillShop } from './shop.ts'

describe.skipIf(!has('mysql'))("MySQL, Oracle's own", { timeout: 180_000 }, () => {
  let server: MariadbServer
  let other: MariadbServer
  let work: string

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    server = await startMysql({
      options: ['--log-bin=bin', '--gtid-mode=ON', '--enforce-gtid-consistency=ON'],
    })
    other = await startMysql()
    await fillShop(server, 'MyISAM')
  })
  afterAll(async () => {
    await server?.stop()
    await other?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const sourceOf = (settings: Record<string, unknown> = {}) =>
    createMysqlSource(mysqlConfig.parse({ type: 'mysql', url: server.url, ...settings }))
  const context = () => {
    const base = sourceContext()
    return { ...base, environment: { ...base.environment, PATH: mysqlPath(base.environment.PATH ?? '') } }
  }
  let count = 0
  const directory = () => {
    count += 1
    mkdirSync(join(work, String(count)))
    return join(work, String(count))
  }
  const back = async (settings: Record<string, unknown> = {}) => {
    const here = context()
    const captured = await capture(sourceOf(settings), directory(), { context: here })
    return { ...captured, findings: here.findings }
  }
  const drill = (link: ChainLink) =>
    sourceOf().drill(context(), [link], { scratch: directory(), server: { type: 'local' } })

  it('is dumped from one snapshot, and a drill finds all of it equal', async () => {
    const { link, result, findings } = await back()
    expect(result).toMatchObject({ evidence: 'snapshot', unread: [], tables: 6 })
    expect(link.description).toMatchObject({
      server: expect.stringMatching(/^mysql \d+\./),
      client: expect.stringMatching(/^mysqldump \d+\./),
      serverUuid: expect.stringMatching(/^[\da-f-]{36}$/),
      binlog: expect.stringMatching(/^bin\.\d+:\d+$/),
      gtid: expect.stringMatching(/^[\da-f-]{36}:1-\d+$/),
    })
    expect((result.fingerprint as Fingerprint).outside).toEqual(['shop.log (MyISAM)'])
    expect(findings.map(({ code }) => code)).toEqual(['tables-without-transactions'])
    const { checks, evidence } = await drill(link)
    expect(checks.filter(({ result: verdict }) => verdict !== 'passed')).toEqual([])
    expect(checks.map(({ name }) => name)).toEqual(['load', 'sha256', 'accounts', 'tables', 'rows', 'schema'])
    expect(evidence).toBe('snapshot')
  })

  it('loads into another one, accounts with their passwords included', async () => {
    const { link } = await back()
    const { warnings } = await sourceOf().restore(context(), [link], {
      target: { type: 'database', url: new Secret(other.url), name: 'other' },
      include: [],
      overwrite: false,
    })
    expect(warnings).toEqual([])
    const rows = (one: MariadbServer) => one.rows('SELECT * FROM shop.customers ORDER BY id')
    expect(await rows(other)).toEqual(await rows(server))
    const { port } = other
    const login = { host: '127.0.0.1', port, user: 'reader', password: 'reader-password' }
    const session = await createConnection(login)
    const [found] = await session.query('SELECT COUNT(*) AS count FROM shop.customers')
    await session.end()
    expect(found).toEqual([{ count: 3 }])
  })

  it('has a copy that stays, with one account of its own', async () => {
    const { link } = await back()
    const taken: RestoredCopy[] = []
    const keeper = {
      id: 'cd34',
      owner: await processToken(),
      note: async () => undefined,
      take: (copy: RestoredCopy) => void taken.push(copy),
    }
    const here = { ...context(), stateDirectory: directory() }
    const options = { scratch: directory(), server: { type: 'local' }, keeper } as const
    const { checks } = await sourceOf().drill(here, [link], options)
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    const [copy] = taken
    if (copy === undefined) throw new Error('no copy was handed over')
    try {
      const masks =
        "DELIMITER //\nCREATE PROCEDURE masked() BEGIN SELECT 1; END//\nDELIMITER ;\nINSERT INTO audit VALUES ('m')"
      await expect(copy.run(masks)).rejects.toMatchObject({
        code: 'mask-failed',
        message: expect.stringMatching(/^masking odd `name failed at line 4: .*audit/),
      })
      const { tables } = (await sourceOf().copies?.contents(here, copy.url)) ?? { tables: [] }
      expect(tables.find(({ name }) => name === 'shop.customers')).toMatchObject({
        rows: 3,
        columns: { id: 'int not null' },
      })
      const { port } = new URL(copy.url.reveal())
      const others = { reader: 'reader-password', root: server.password }
      for (const [user, password] of Object.entries(others)) {
        const login = { host: '127.0.0.1', port: Number(port), user, password }
        await expect(createConnection(login)).rejects.toThrow(/denied|locked/)
      }
    } finally {
      await copy.remove()
    }
  })

  it('is dumped by a user with the rights that doctor names, and no more', async () => {
    await server.run("CREATE USER backup@'%' IDENTIFIED BY 'backup-password'")
    const url = server.url.replace(/root:[^@]*@/, 'backup:backup-password@')
    const doctor = async () =>
      (await sourceOf({ url }).preflight(context())).flatMap(({ command }) => command ?? [])
    await server.run(...(await doctor()))
    expect(await doctor()).toEqual([])
    const { result, link } = await back({ url })
    expect(result.evidence).toBe('snapshot')
    // Accounts are in the database mysql, which SELECT on everything covers.
    expect(link.streams.map(({ name }) => name)).toEqual(['dump', 'users'])
  })

  it('is not called equal where the dump and its fingerprint may be of two moments', async () => {
    await server.run(
      "CREATE USER humble@'%' IDENTIFIED BY 'humble-password'",
      "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, SHOW_ROUTINE ON *.* TO humble@'%'",
    )
    const { result, link } = await back({ url: server.url.replace(/root:[^@]*@/, 'humble:humble-password@') })
    expect(result.evidence).toBe('load-only')
    expect(result.fingerprint).toMatchObject({ matched: false, unmatchedBecause: expect.any(String) })
    const { evidence, checks } = await drill(link)
    expect(evidence).toBe('load-only')
    expect(checks.map(({ name }) => name)).not.toContain('rows')
  })
})
