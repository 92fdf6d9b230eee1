import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import type { ChainLink } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import type { Fingerprint } from '../../../src/sources/mysql/fingerprint/types.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { soak } from '../../e2e/s3/bucket.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { capture } from './capture.ts'
import { executable } from './fake-tool.ts'
import { fillBulk, fillShop } from './shop.ts'

const dumps =
  "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT /*!40001 SQL_NO_CACHE */%'"

describe.skipIf(!has('mariadb', 'mariadb-client'))(
  'the moment that a dump is of',
  { timeout: 120_000 },
  () => {
    let server: MariadbServer
    let quiet: MariadbServer
    let work: string
    const made: MariadbServer[] = []

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
      server = await startMariadb({ options: ['--log-bin=bin'] })
      quiet = await startMariadb()
      for (const one of [server, quiet]) {
        await fillShop(one)
        await one.run(
          "CREATE USER humble@'%' IDENTIFIED BY 'humble-password'",
          "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, BINLOG MONITOR ON *.* TO humble@'%'",
        )
      }
      await fillBulk(server, 60_000_000)
    })
    afterAll(async () => {
      for (const one of [server, quiet, ...made]) await one?.stop()
      rmSync(work, { recursive: true, force: true })
    })

    const sourceOf = (url: string, settings: Record<string, unknown> = {}) =>
      createMysqlSource(mysqlConfig.parse({ type: 'mysql', url, ...settings }))
    const humble = (one: MariadbServer) => one.url.replace(/root:[^@]*@/, 'humble:humble-password@')
    let count = 0
    const directory = () => {
      count += 1
      mkdirSync(join(work, String(count)))
      return join(work, String(count))
    }
    const drill = (link: ChainLink) =>
      sourceOf(quiet.url).drill(sourceContext(), [link], { scratch: directory(), server: { type: 'local' } })
    const bad = (checks: readonly { result: string }[]) => checks.filter(({ result }) => result !== 'passed')

    it('covers tables without transactions with lock-all-tables, and writers wait for all of it', async () => {
      const here = sourceContext()
      const source = sourceOf(server.url, { 'lock-all-tables': true, databases: ['shop', 'bulk'] })
      let waited = false
      let written: Promise<void> | undefined
      const { link, result } = await capture(source, directory(), {
        context: here,
        onOpen: async () => {
          await expect.poll(() => server.rows(dumps)).not.toEqual([])
          written = server.run("INSERT INTO shop.audit VALUES ('while it was locked')")
          await expect
            .poll(async () => {
              const [row] = await server.rows(
                "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting for%' AND INFO LIKE 'INSERT%'",
              )
              waited ||= row?.[0] !== '0'
              return waited
            })
            .toBe(true)
        },
      })
      await written
      expect(here.findings).toEqual([])
      expect(result.evidence).toBe('snapshot')
      const fingerprint = result.fingerprint as Fingerprint
      expect(fingerprint.outside).toEqual([])
      expect(fingerprint.tables.find(({ table }) => table === 'log')).toMatchObject({ rows: '2' })
      expect(await server.rows('SELECT COUNT(*) FROM shop.audit')).not.toEqual([
        [fingerprint.tables.find(({ table }) => table === 'audit')?.rows],
      ])
      const { checks, evidence } = await drill(link)
      expect(bad(checks)).toEqual([])
      expect(evidence).toBe('snapshot')
    })

    it('is shown by equal coordinates of the binary log where the user may not lock, and only by them', async () => {
      const still = await capture(sourceOf(humble(server), { databases: ['shop'] }), directory())
      // Without RELOAD the client may not ask for coordinates itself.
      expect(still.result.evidence).toBe('load-only')
      expect(still.result.fingerprint).toMatchObject({ matched: false })
      await server.run("GRANT RELOAD ON *.* TO humble@'%'")
      const same = await capture(sourceOf(humble(server), { databases: ['shop'] }), directory())
      expect(same.result).toMatchObject({ evidence: 'snapshot', fingerprint: { matched: true } })
      expect(same.link.description.binlog).toMatch(/^bin\.\d+:\d+$/)
      await server.run("REVOKE RELOAD ON *.* FROM humble@'%'")
    })

    it('is not known on a server without a binary log: such a dump is never called equal', async () => {
      const { link, result } = await capture(sourceOf(humble(quiet)), directory())
      expect(result.evidence).toBe('load-only')
      expect(result.fingerprint).toMatchObject({
        matched: false,
        unmatchedBecause: expect.stringContaining('no coordinates of a binary log'),
      })
      const { checks, evidence } = await drill(link)
      expect(bad(checks)).toEqual([])
      expect(evidence).toBe('load-only')
      expect(checks.map(({ name }) => name)).not.toContain('rows')
    })

    it('is given up with the dump where destinations take nothing for max-stall', async () => {
      const source = sourceOf(server.url, { 'max-stall': '2s', databases: ['bulk'] })
      const context = {
        ...sourceContext(),
        level: 0,
        repository: '0',
        index: { add: () => undefined },
        allowUnread: [],
      }
      const begun = await source.capture(context)
      try {
        const [stream] = begun.streams
        const failed = new Promise((resolve) => stream?.open().once('error', resolve))
        expect(await failed).toMatchObject({
          code: 'source-stalled',
          hint: expect.stringContaining('max-stall'),
        })
        await expect(begun.finish()).rejects.toThrow()
      } finally {
        await begun.abort()
      }
      await expect.poll(() => server.rows(dumps)).toEqual([])
    })

    it('goes on though nobody takes it for longer than net_write_timeout', { timeout: 300_000 }, async () => {
      // Half a minute is the shortest time-out that a helping every 10 s keeps away.
      await server.run('SET GLOBAL net_write_timeout = 30')
      const { result } = await capture(sourceOf(server.url, { databases: ['bulk'] }), directory(), {
        onOpen: () => new Promise((resolve) => setTimeout(resolve, soak ? 100_000 : 45_000)),
      })
      await server.run('SET GLOBAL net_write_timeout = 60')
      expect(result.evidence).toBe('snapshot')
    })

    it('begins with a line that a client from before it never gets to see', async () => {
      const other = await startMariadb()
      made.push(other)
      const captured = await capture(sourceOf(quiet.url), directory())
      const [first = ''] = readFileSync(captured.file('dump'), 'utf8').split('\n', 1)
      expect(first).toContain('enable the sandbox mode')
      const bin = directory()
      // As MySQL's and older ones of MariaDB do, in batch mode.
      await executable(
        join(bin, 'mariadb'),
        `import { spawn } from 'node:child_process'
       import { delimiter } from 'node:path'
       const args = process.argv.slice(2)
       if (args.includes('--version')) {
         console.log('mariadb  Ver 15.1 Distrib 10.3.39-MariaDB, for Linux (x86_64) using readline 5.2')
         process.exit()
       }
       const chunks = []
       for await (const chunk of process.stdin) chunks.push(chunk)
       const text = Buffer.concat(chunks)
       if (text.includes('enable the sandbox mode')) { console.error("ERROR at line 1: Unknown command '\\\\\\\\-'."); process.exit(1) }
       const path = process.env.PATH.split(delimiter).filter((folder) => folder !== ${JSON.stringify(bin)}).join(delimiter)
       const child = spawn('mariadb', args, { stdio: ['pipe', 'inherit', 'inherit'], env: { ...process.env, PATH: path } })
       child.stdin.end(text)
       child.once('exit', (code) => process.exit(code ?? 1))`,
      )
      const base = sourceContext()
      const environment = { ...base.environment, PATH: [bin, base.environment.PATH].join(delimiter) }
      const { warnings } = await sourceOf(quiet.url).restore({ ...base, environment }, [captured.link], {
        target: { type: 'database', url: new Secret(other.url), name: 'other' },
        include: [],
        overwrite: false,
      })
      expect(warnings).toEqual([])
      expect(await other.rows('SELECT COUNT(*) FROM shop.customers')).toEqual([['3']])
    })
  },
)
