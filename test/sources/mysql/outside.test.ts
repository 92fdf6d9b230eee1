import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RestoreOptions } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { type Captured, capture } from './capture.ts'
import { executable } from './fake-tool.ts'
import { fillShop } from './shop.ts'

describe.skipIf(!has('mariadb', 'mariadb-client', 'mariadb-backup'))(
  'a server with files outside of its data directory',
  { timeout: 120_000 },
  () => {
    let server: MariadbServer
    let work: string
    let chain: Captured[]
    const path = (...names: string[]) => join(work, ...names)
    /** Options of the server, as its my.cnf has them too. */
    const places = () => [
      `innodb-undo-directory=${path('undo')}`,
      'innodb-undo-tablespaces=3',
      `innodb-log-group-home-dir=${path('log')}`,
      `aria-log-dir-path=${path('aria')}`,
    ]

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
      server = await startMariadb()
      await fillShop(server)
      await server.halt()
      const { uid, gid } = statSync(server.datadir)
      for (const name of ['undo', 'log', 'aria', 'far', 'state', '0', '1', 'scratch']) {
        mkdirSync(path(name))
        if (process.getuid?.() === 0) chownSync(path(name), uid, gid)
      }
      for (const name of readdirSync(server.datadir)) {
        const to = /^ib_logfile/.test(name) ? 'log' : /^aria_log/.test(name) ? 'aria' : undefined
        if (to !== undefined) renameSync(join(server.datadir, name), path(to, name))
      }
      // Whoever serves has to get there.
      const { mode } = statSync(server.directory)
      expect(mode & 0o111).toBe(0o111)
      writeFileSync(path('my.cnf'), ['[mysqld]', `datadir=${server.datadir}`, ...places(), ''].join('\n'))
      if (process.getuid?.() === 0) chownSync(work, uid, gid)
      await server.start(places().map((option) => `--${option}`))
      await server.run(
        `CREATE TABLE shop.far (what VARCHAR(100)) ENGINE=InnoDB DATA DIRECTORY='${path('far')}'`,
        "INSERT INTO shop.far VALUES ('in the full')",
      )
      const full = await capture(sourceOf(), path('0'))
      await server.run(
        "INSERT INTO shop.far VALUES ('in the increment')",
        `CREATE TABLE shop.later (what VARCHAR(100)) ENGINE=InnoDB DATA DIRECTORY='${path('far')}'`,
        "INSERT INTO shop.later VALUES ('in the increment')",
      )
      chain = [full, await capture(sourceOf(), path('1'), { level: 1, parent: full.parent })]
      await server.run("INSERT INTO shop.far VALUES ('after the backup')")
    }, 120_000)
    afterAll(async () => {
      await server?.stop()
      rmSync(work, { recursive: true, force: true })
    })

    const commands = () => {
      const { stop, start } = server.commands()
      return { stop, start: [...start, ...places().map((option) => `--${option}`)] }
    }
    const sourceOf = (more: Record<string, unknown> = {}) =>
      createMysqlSource(
        mysqlConfig.parse({
          ...{
            type: 'mysql',
            method: 'physical',
            socket: server.socket,
            user: 'root',
            password: server.password,
          },
          ...{ server: commands(), ...more },
        }),
      )
    const context = () => ({ ...sourceContext(), stateDirectory: path('state'), scratch: work })
    const restore = (more: Record<string, unknown> = {}, options: Partial<RestoreOptions> = {}) =>
      sourceOf(more).restore(
        context(),
        chain.map(({ link }) => link),
        { target: { type: 'datadir', path: server.datadir }, include: [], overwrite: true, ...options },
      )
    const far = async () => (await server.rows('SELECT what FROM shop.far')).flat()

    it('says so, and is drilled with everything in one directory, its own files untouched', async () => {
      expect(chain[0]?.link.description.outside).toBe(
        'innodb_undo_directory, innodb_log_group_home_dir, aria_log_dir_path',
      )
      const drilled = await sourceOf().drill(
        context(),
        chain.map(({ link }) => link),
        { scratch: path('scratch'), server: { type: 'local' } },
      )
      expect(drilled.checks.filter(({ result }) => result !== 'passed')).toEqual([])
      expect(await far()).toContain('after the backup')
    })

    it('is not restored without its my.cnf, or with that of another', async () => {
      await expect(restore()).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringMatching(/innodb_undo_directory.*innodb_log_group_home_dir.*shop\/far\.ibd/),
        hint: expect.stringContaining('defaults-file:'),
      })
      writeFileSync(path('other.cnf'), '[mysqld]\ndatadir=/var/lib/another\n')
      await expect(restore({ 'defaults-file': path('other.cnf') })).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringContaining('/var/lib/another'),
      })
      expect(await far()).toContain('after the backup')
    })

    it('gets all of its files back when it does not come up', async () => {
      const { stop, start } = commands()
      const marker = path('failed-once')
      const broken = await executable(
        path('start'),
        `import { existsSync, writeFileSync } from 'node:fs'
         import { spawnSync } from 'node:child_process'
         const argv = ${JSON.stringify(start)}
         if (!existsSync('${marker}')) { writeFileSync('${marker}', ''); argv.push('--innodb-page-size=4096') }
         process.exit(spawnSync(argv[0], argv.slice(1), { stdio: 'inherit' }).status)`,
      )
      const settings = { 'defaults-file': path('my.cnf'), server: { stop, start: [broken] } }
      await expect(restore(settings)).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringContaining('was undone'),
      })
      expect(existsSync(marker)).toBe(true)
      expect(await far()).toContain('after the backup')
      const everywhere = ['undo', 'log', 'aria', 'far', 'far/shop'].flatMap((name) => readdirSync(path(name)))
      expect(everywhere.filter((name) => name.includes('holdfast'))).toEqual([])
    })

    it('is put in place by the tool, each file where the my.cnf says', async () => {
      await restore({ 'defaults-file': path('my.cnf') })
      expect((await far()).toSorted()).toEqual(['in the full', 'in the increment'])
      expect(await server.rows('SELECT what FROM shop.later')).toEqual([['in the increment']])
      const [row] = await server.rows('SHOW CREATE TABLE shop.far')
      expect(row?.[1]).toContain(`DATA DIRECTORY='${path('far')}/'`)
      const kept = (name: string) => readdirSync(path(name)).filter((file) => /\.holdfast-safety-/.test(file))
      expect(kept('undo')).toHaveLength(3)
      expect([kept('log').length, kept('far/shop').length]).toEqual([1, 2])
      expect(readdirSync(server.datadir).filter((name) => /^(undo|ib_logfile|aria_log)/.test(name))).toEqual(
        [],
      )
      expect(statSync(path('far', 'shop', 'far.ibd')).uid).toBe(statSync(server.datadir).uid)
    })

    it('or lies in a directory of its own, whole, where that is wanted', async () => {
      const place = path('alone')
      await restore({ server: undefined }, { target: { type: 'datadir', path: place }, force: true })
      expect(readdirSync(join(place, 'shop'))).toEqual(expect.arrayContaining(['far.ibd', 'later.ibd']))
      expect(readdirSync(join(place, 'shop')).filter((name) => name.endsWith('.isl'))).toEqual([])
      expect(readFileSync(join(server.datadir, 'shop', 'far.isl'), 'utf8')).toBe(
        path('far', 'shop', 'far.ibd'),
      )
    })
  },
)
