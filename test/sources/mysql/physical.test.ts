import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChainLink } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { type Captured, capture } from './capture.ts'
import { fillBulk, fillShop } from './shop.ts'

describe.skipIf(!has('mariadb', 'mariadb-client', 'mariadb-backup'))('a hot copy of MariaDB', () => {
  let server: MariadbServer
  let work: string
  let full: Captured
  let first: Captured
  let second: Captured

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    server = await startMariadb({ options: ['--log-bin=bin'] })
    await fillShop(server)
    await fillBulk(server, 5_000_000)
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const sourceOf = (settings: Record<string, unknown> = {}) =>
    createMysqlSource(mysqlConfig.parse({ type: 'mysql', method: 'physical', url: server.url, ...settings }))

  let count = 0
  const directory = () => {
    count += 1
    const path = join(work, String(count))
    mkdirSync(path)
    return path
  }
  const drill = (chain: readonly ChainLink[]) =>
    sourceOf().drill(sourceContext(), chain, { scratch: directory(), server: { type: 'local' } })

  it('is proven by a server that starts on it, with two increments', async () => {
    full = await capture(sourceOf(), directory())
    expect(full.level).toBe(0)
    expect(full.result).toMatchObject({ evidence: 'snapshot', unread: [], tables: 7 })
    expect(full.link.description).toMatchObject({
      method: 'physical',
      tool: expect.stringMatching(/^mariadb-backup 10/),
    })
    await server.run(
      "INSERT INTO shop.customers (name) VALUES ('first increment')",
      "INSERT INTO shop.log VALUES ('first')",
    )
    first = await capture(sourceOf(), directory(), { level: 1, parent: full.parent })
    expect([first.level, first.fullBecause]).toEqual([1, undefined])
    await server.run("INSERT INTO shop.customers (name) VALUES ('second increment')", 'DROP TABLE shop.empty')
    second = await capture(sourceOf(), directory(), { level: 2, parent: first.parent })
    const bytes = (one: Captured) => one.link.streams[0]?.bytes ?? 0
    expect(bytes(second)).toBeLessThan(bytes(full) / 2)

    const { checks, evidence, tables } = await drill([full.link, first.link, second.link])
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect({ evidence, tables }).toEqual({ evidence: 'snapshot', tables: 6 })
    expect(checks.map(({ name }) => name)).toEqual(['prepare', 'tables', 'check table', 'rows', 'schema'])
  })
})
