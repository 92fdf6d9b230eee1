import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RestoreOptions } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { writeRecord } from '../../../src/sources/mysql/place/record.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { type Captured, capture } from './capture.ts'
import { executable } from './fake-tool.ts'
import { fillShop } from './shop.ts'

describe.skipIf(!has('mariadb', 'mariadb-client', 'mariadb-backup'))(
  'a restore over a data directory',
  () => {
    let server: MariadbServer
    let work: string
    let chain: Captured[]

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
      mkdirSync(join(work, 'state'))
      server = await startMariadb({ options: ['--log-bin=bin'] })
      await fillShop(server)
      const directory = (name: string) => {
        mkdirSync(join(work, name))
        return join(work, name)
      }
      const full = await capture(sourceOf(), directory('0'))
      await server.run("INSERT INTO shop.audit VALUES ('in the increment')")
      chain = [full, await capture(sourceOf(), directory('1'), { level: 1, parent: full.parent })]
      await server.run("INSERT INTO shop.audit VALUES ('after the backup')")
    })
    afterAll(async () => {
      await server?.stop()
      rmSync(work, { recursive: true, force: true })
    })

    const sourceOf = (more: Record<string, unknown> = {}) =>
      createMysqlSource(
        mysqlConfig.parse({
          type: 'mysql',
          method: 'physical',
          url: server.url,
          server: server.commands(),
          ...more,
        }),
      )
    const context = () => ({ ...sourceContext(), stateDirectory: join(work, 'state'), scratch: work })
    const options = (path: string, more: Partial<RestoreOptions> = {}): RestoreOptions => ({
      target: { type: 'datadir', path },
      include: [],
      overwrite: true,
      ...more,
    })
    const links = () => chain.map(({ link }) => link)
    const beside = (part: string) =>
      readdirSync(dirname(server.datadir)).filter((name) => name.startsWith(`data.holdfast-${part}`))
    const audit = async () => (await server.rows('SELECT what FROM shop.audit')).flat()

    it('asks before it replaces anything, and leaves a server alone that it cannot stop', async () => {
      const { datadir } = server
      await expect(
        sourceOf().restore(context(), links(), options(datadir, { overwrite: false })),
      ).rejects.toMatchObject({ code: 'target-not-empty' })
      const alone = createMysqlSource(
        mysqlConfig.parse({ type: 'mysql', method: 'physical', url: server.url }),
      )
      await expect(alone.restore(context(), links(), options(datadir))).rejects.toMatchObject({
        code: 'server-running',
        message: expect.stringContaining('nothing says how to stop it'),
      })
      expect(await audit()).toContain('after the backup')
    })

    it('is undone when the server does not come up on the new data', async () => {
      // The first start fails as one with a wrong setting would, later ones do not.
      const { start } = server.commands()
      const marker = join(work, 'failed-once')
      const broken = await executable(
        join(work, 'start'),
        `import { existsSync, writeFileSync } from 'node:fs'
       import { spawnSync } from 'node:child_process'
       const argv = ${JSON.stringify(start)}
       if (!existsSync('${marker}')) { writeFileSync('${marker}', ''); argv.push('--innodb-page-size=4096') }
       process.exit(spawnSync(argv[0], argv.slice(1), { stdio: 'inherit' }).status)`,
      )
      const { stop } = server.commands()
      const source = sourceOf({ server: { stop, start: [broken] } })
      await expect(source.restore(context(), links(), options(server.datadir))).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringContaining('was undone'),
      })
      expect(existsSync(marker)).toBe(true)
      expect(await audit()).toContain('after the backup')
      expect([
        ...beside('safety'),
        ...beside('new'),
        ...readdirSync(join(work, 'state', 'mysql-restores')),
      ]).toEqual([])
    })

    it('is undone as well when it is cancelled in the middle', async () => {
      const { stop, start } = server.commands()
      const cancelled = new AbortController()
      const marker = join(work, 'cancelled')
      // The first start says that it was reached, and never ends; later ones do.
      const hanging = await executable(
        join(work, 'hang'),
        `import { existsSync, writeFileSync } from 'node:fs'
       import { spawnSync } from 'node:child_process'
       const argv = ${JSON.stringify(start)}
       if (existsSync('${marker}')) process.exit(spawnSync(argv[0], argv.slice(1), { stdio: 'inherit' }).status)
       writeFileSync('${marker}', '')
       setInterval(() => undefined, 1000)`,
      )
      const source = sourceOf({ server: { stop, start: [hanging] } })
      const running = source.restore(
        { ...context(), signal: cancelled.signal },
        links(),
        options(server.datadir),
      )
      const ended = expect(running).rejects.toMatchObject({ message: expect.stringContaining('was undone') })
      await expect.poll(() => existsSync(marker), { timeout: 60_000 }).toBe(true)
      cancelled.abort(new Error('enough'))
      await ended
      expect(await audit()).toContain('after the backup')
    })

    it('puts the data of the backup in place, keeps the old, and keeps the owner', async () => {
      const owner = statSync(server.datadir).uid
      const here = context()
      await sourceOf().restore(here, links(), options(server.datadir))
      expect(await audit()).toContain('in the increment')
      expect(await audit()).not.toContain('after the backup')
      expect(statSync(server.datadir).uid).toBe(owner)
      expect(statSync(join(server.datadir, 'ibdata1')).uid).toBe(owner)
      expect(beside('safety')).toHaveLength(1)
      expect(beside('new')).toEqual([])
      expect(here.findings).toEqual([
        expect.objectContaining({
          code: 'safety-copy',
          message: expect.stringContaining(beside('safety')[0] ?? '?'),
        }),
      ])
    })

    it('says where an interrupted one stands, and tidies up one that had touched nothing', async () => {
      const { datadir } = server
      const record = {
        datadir,
        staging: join(work, 'staged'),
        safety: join(work, 'kept'),
        inPieces: false,
        stop: 'stop it',
        start: 'start it',
      }
      await writeRecord(join(work, 'state'), { ...record, step: 'moving' })
      const restore = () => sourceOf().restore(context(), links(), options(datadir))
      // This process lives: it would be the one at work.
      await expect(restore()).rejects.toMatchObject({ code: 'busy' })
      const [name = ''] = readdirSync(join(work, 'state', 'mysql-restores'))
      const file = join(work, 'state', 'mysql-restores', name)
      // A process of this id, but of another time.
      const { owner } = JSON.parse(readFileSync(file, 'utf8')) as { owner: string }
      const dead = (step: string) =>
        writeFileSync(file, JSON.stringify({ ...record, step, owner: owner.replace(/\d+$/, '1') }))
      dead('moving')
      await expect(restore()).rejects.toMatchObject({
        code: 'restore-interrupted',
        hint: expect.stringMatching(
          new RegExp(`To go back: stop it;.*${basename(record.safety)}.* To go on: .*start it`),
        ),
      })
      rmSync(file)
      expect(await audit()).toContain('in the increment')
    })
  },
)
