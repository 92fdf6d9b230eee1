import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import type { Fingerprint } from '../../../src/sources/mysql/fingerprint/types.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { capture } from './capture.ts'
import { fillShop } from './shop.ts'

describe.skipIf(!has('mariadb', 'mariadb-client'))('a dump of MariaDB', () => {
  let server: MariadbServer
  let work: string
  const made: MariadbServer[] = []

  beforeAll(async () => {
    server = await startMariadb({ options: ['--log-bin=bin'] })
    await fillShop(server)
  })
  afterAll(async () => {
    for (const one of [server, ...made]) await one?.stop()
  })
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
  })
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  const sourceOf = (settings: Record<string, unknown> = {}) =>
    createMysqlSource(mysqlConfig.parse({ type: 'mysql', url: server.url, ...settings }))

  let count = 0
  const directory = () => {
    count += 1
    const path = join(work, String(count))
    mkdirSync(path)
    return path
  }
  const drill = async (link: Parameters<ReturnType<typeof sourceOf>['drill']>[1][number]) =>
    sourceOf().drill(sourceContext(), [link], { scratch: directory(), server: { type: 'local' } })

  it('is not judged by a drill that finds no place for a server', async () => {
    const { link } = await capture(sourceOf(), directory())
    const base = sourceContext()
    const context = { ...base, environment: { ...base.environment, DOCKER_HOST: 'unix:///nonexistent' } }
    const options = { scratch: directory(), server: { type: 'docker' } as const }
    const { checks, evidence } = await sourceOf().drill(context, [link], options)
    expect(checks).toMatchObject([
      { name: 'server', result: 'inconclusive', found: expect.stringContaining('docker cannot be reached') },
    ])
    expect(evidence).toBe('load-only')
  })

  it('holds everything, from one snapshot, and a drill finds it equal', async () => {
    const { link, result, findings } = await capture(sourceOf(), directory())
    expect(result).toMatchObject({ evidence: 'snapshot', unread: [], tables: 6 })
    expect(link.description).toMatchObject({
      method: 'logical',
      server: expect.stringMatching(/^mariadb 10\./),
      binlog: expect.stringMatching(/^bin\.\d+:\d+$/),
      gtid: expect.stringMatching(/^\d+-\d+-\d+$/),
    })
    expect(findings).toEqual([
      expect.objectContaining({ code: 'tables-without-transactions', names: ['shop.log (Aria)'] }),
    ])
    const fingerprint = result.fingerprint as Fingerprint
    expect(fingerprint.matched).toBe(true)
    expect(fingerprint.outside).toEqual(['shop.log (Aria)'])
    const { checks, evidence, tables } = await drill(link)
    expect(checks.filter(({ result: verdict }) => verdict !== 'passed')).toEqual([])
    expect({ evidence, tables }).toEqual({ evidence: 'snapshot', tables: 6 })
    expect(checks.map(({ name }) => name)).toEqual(['load', 'sha256', 'accounts', 'tables', 'rows', 'schema'])
  })

  it('loads into another server, all of it, users included', async () => {
    const other = await startMariadb()
    made.push(other)
    const { link } = await capture(sourceOf(), directory())
    const restore = (url: string, more = {}) =>
      sourceOf().restore(sourceContext(), [link], {
        target: { type: 'database', url: new Secret(url), name: 'other' },
        include: [],
        overwrite: false,
        ...more,
      })
    const { warnings } = await restore(other.url)
    expect(warnings).toEqual([])
    const rows = (one: MariadbServer) => one.rows('SELECT * FROM shop.customers ORDER BY id')
    expect(await rows(other)).toEqual(await rows(server))
    expect(await other.rows('SELECT * FROM `odd ``name`.`odd \' "table`')).toHaveLength(3)
    expect(await other.rows("SHOW GRANTS FOR reader@'%'")).toHaveLength(3)
    expect((await other.rows('SELECT shop.twice(21)'))[0]).toEqual(['42'])
    await expect(restore(other.url)).rejects.toMatchObject({ code: 'target-not-empty' })
    // One database under another name, and one table of it.
    await expect(restore(`${other.url}/renamed`)).rejects.toMatchObject({ code: 'path-not-found' })
    const shopOnly = await capture(sourceOf({ databases: ['shop'] }), directory())
    await sourceOf().restore(sourceContext(), [shopOnly.link], {
      target: { type: 'database', url: new Secret(`${other.url}/renamed`), name: 'other' },
      include: [],
      tables: ['customers'],
      overwrite: false,
    })
    expect(await other.rows('SHOW TABLES IN renamed')).toEqual([['customers']])
    expect(await other.rows('SELECT COUNT(*) FROM renamed.customers')).toEqual([['3']])
  })
})
