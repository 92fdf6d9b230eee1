import { execFileSync } from 'node:child_process'
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
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RestoreOptions } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { labelLike } from '../../../src/sources/mysql/place/owner.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { start as startCli } from '../../e2e/cli.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { type Captured, capture } from './capture.ts'
import { executable } from './fake-tool.ts'
import { fillShop } from './shop.ts'

describe.skipIf(!has('mariadb', 'mariadb-client', 'mariadb-backup') || process.getuid?.() !== 0)(
  'who serves a data directory, and where it lies',
  { timeout: 120_000 },
  () => {
    let server: MariadbServer
    let work: string
    let bin: string
    let copy: Captured

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
      bin = join(work, 'bin')
      for (const path of [bin, join(work, 'copy')]) mkdirSync(path)
      server = await startMariadb()
      await fillShop(server)
      copy = await capture(sourceOf(), join(work, 'copy'))
      await server.run("INSERT INTO shop.audit VALUES ('after the backup')")
    })
    afterAll(async () => {
      await server?.stop()
      rmSync(work, { recursive: true, force: true })
    })

    const sourceOf = (more: Record<string, unknown> = {}) =>
      createMysqlSource(mysqlConfig.parse({ type: 'mysql', method: 'physical', url: server.url, ...more }))
    const context = () => {
      const base = sourceContext()
      const environment = { ...base.environment, PATH: [bin, base.environment.PATH].join(delimiter) }
      return { ...base, environment, stateDirectory: join(work, 'state'), scratch: work }
    }
    const options = (): RestoreOptions => ({
      target: { type: 'datadir', path: server.datadir },
      include: [],
      overwrite: true,
    })
    const audit = async () => (await server.rows('SELECT what FROM shop.audit')).flat()
    const log = () =>
      existsSync(join(work, 'systemctl.log')) ? readFileSync(join(work, 'systemctl.log'), 'utf8') : ''

    /** No systemd is here: this one knows one unit, notes what it is asked, and fails to start it the first time if told. */
    async function systemctl({ failing = false } = {}): Promise<void> {
      const { stop, start } = server.commands()
      rmSync(join(work, 'systemctl.log'), { force: true })
      await executable(
        join(bin, 'systemctl'),
        `import { appendFileSync, existsSync, readFileSync } from 'node:fs'
         import { spawnSync } from 'node:child_process'
         const [verb, ...rest] = process.argv.slice(2)
         const before = existsSync('${work}/systemctl.log') ? readFileSync('${work}/systemctl.log', 'utf8') : ''
         appendFileSync('${work}/systemctl.log', [verb, ...rest].join(' ') + '\\n')
         if (rest.at(-1) !== 'mariadb') { console.error('Unit not found.'); process.exit(5) }
         if (${failing} && verb === 'start' && !before.includes('start')) {
           console.error('Job for mariadb.service failed because the control process exited with error code.')
           process.exit(1)
         }
         const argv = verb === 'stop' ? ${JSON.stringify(stop)} : ${JSON.stringify(start)}
         process.exit(spawnSync(argv[0], argv.slice(1), { stdio: 'inherit' }).status)`,
      )
    }

    it('a unit is stopped and started by systemctl', async () => {
      await systemctl()
      await sourceOf({ service: 'mariadb' }).restore(context(), [copy.link], options())
      expect(log()).toBe('stop -- mariadb\nstart -- mariadb\n')
      expect(await audit()).not.toContain('after the backup')
    })

    it('a unit that does not start gets its old data back', async () => {
      await server.run("INSERT INTO shop.audit VALUES ('only in the old data')")
      await systemctl({ failing: true })
      const restore = sourceOf({ service: 'mariadb' }).restore(context(), [copy.link], options())
      await expect(restore).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringMatching(
          /was undone, the old data serves again: .*Job for mariadb.service failed/,
        ),
      })
      expect(log()).toBe('stop -- mariadb\nstart -- mariadb\nstop -- mariadb\nstart -- mariadb\n')
      expect(await audit()).toContain('only in the old data')
    })

    it('a unit that is not there leaves everything as it was', async () => {
      const restore = sourceOf({ service: 'mysql' }).restore(context(), [copy.link], options())
      await expect(restore).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringContaining('Unit not found'),
      })
      expect(await audit()).toContain('only in the old data')
    })

    it('two ways to stop one server are refused', async () => {
      const both = sourceOf({ service: 'mariadb', server: server.commands() })
      await expect(both.restore(context(), [copy.link], options())).rejects.toMatchObject({ code: 'usage' })
    })

    it('SELinux labels come from the old data; what cannot be labelled is a warning', async () => {
      const kernel = join(work, 'enforce')
      writeFileSync(kernel, '1')
      await executable(
        join(bin, 'chcon'),
        `import { appendFileSync } from 'node:fs'
         appendFileSync('${work}/chcon.log', process.argv.slice(2).join(' ') + '\\n')
         // As GNU's says it on a disk without labels.
         if (process.argv.at(-1).includes('nfs')) { console.error("chcon: failed to get security context of '/old': Operation not supported"); process.exit(1) }`,
      )
      const here = context()
      await labelLike(here, '/new', '/old', join(work, 'no-such-file'))
      expect(existsSync(join(work, 'chcon.log'))).toBe(false)
      await labelLike(here, '/new', '/old', kernel)
      expect(readFileSync(join(work, 'chcon.log'), 'utf8')).toBe('-R --reference=/old -- /new\n')
      expect(here.findings).toEqual([])
      await labelLike(here, '/nfs/new', '/old', kernel)
      expect(here.findings).toMatchObject([
        { code: 'label-not-set', message: expect.stringContaining('Operation not supported') },
      ])
    })

    it.each(['stop', 'start'] as const)(
      'killed while the server has to %s, the next run says how to go on and back',
      async (hangs) => {
        const { stop, start } = server.commands()
        const marker = join(work, `reached-${hangs}`)
        const [hanging, really] = [join(work, `hang-${hangs}`), hangs === 'stop' ? stop : start]
        // It does what it has to only when it is called a second time.
        await executable(
          hanging,
          `import { existsSync, writeFileSync } from 'node:fs'
         import { spawnSync } from 'node:child_process'
         const argv = ${JSON.stringify(really)}
         if (existsSync('${marker}')) process.exit(spawnSync(argv[0], argv.slice(1), { stdio: 'inherit' }).status)
         writeFileSync('${marker}', String(process.pid))
         setInterval(() => undefined, 1000)`,
        )
        const control = hangs === 'stop' ? { stop: [hanging], start } : { stop, start: [hanging] }
        const cwd = mkdtempSync(join(work, 'cli-'))
        writeFileSync(
          join(cwd, 'holdfast.yml'),
          `version: 1
destinations: { local: { type: filesystem, path: ${join(cwd, 'repository')} } }
encryption: none
jobs:
  shop:
    source: { type: mysql, method: physical, url: "\${SHOP_URL}", server: ${JSON.stringify(control)} }
    to: [local]
`,
        )
        const call = { cwd, env: { SHOP_URL: server.url } }
        const run = (...args: string[]) => startCli([...args, '--json'], call)
        expect((await run('backup').ended).json.errors).toEqual([])
        await server.run(`INSERT INTO shop.audit VALUES ('later than ${hangs}')`)
        const restore = ['restore', 'shop', '--to', `datadir:${server.datadir}`, '--overwrite', '--yes']
        const killed = run(...restore)
        await expect
          .poll(() => existsSync(marker) && readFileSync(marker, 'utf8') !== '', { timeout: 60_000 })
          .toBe(true)
        killed.child.kill('SIGKILL')
        await killed.ended
        process.kill(Number(readFileSync(marker, 'utf8')), 'SIGKILL')
        const { errors } = (await run(...restore).ended).json
        expect(errors).toMatchObject([{ code: 'restore-interrupted' }])
        const [, back = '', record = ''] =
          /^To go back: (.*)\. To go on: .*\. Then remove (\S+),/.exec(errors[0]?.hint ?? '') ?? []
        execFileSync('bash', ['-c', back], { stdio: 'ignore' })
        rmSync(record)
        expect(await audit()).toContain(`later than ${hangs}`)
        const again = (await run(...restore).ended).json
        expect(again.errors).toEqual([])
        expect(await audit()).not.toContain(`later than ${hangs}`)
      },
    )

    describe('on a mount point', () => {
      let safety: string
      const inside = (path: string) => readdirSync(path).filter((name) => name !== 'lost+found')

      /** Also one that a unit or commands have started. */
      function halt(): void {
        const [command = '', ...args] = server.commands().stop
        execFileSync(command, args)
      }

      beforeAll(async () => {
        safety = join(work, 'safety')
        halt()
        const away = join(work, 'away')
        execFileSync('cp', ['-a', server.datadir, away])
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600m', 'tmpfs', server.datadir])
        execFileSync('cp', ['-a', `${away}/.`, server.datadir])
        rmSync(away, { recursive: true })
        mkdirSync(join(server.datadir, 'lost+found'))
        await server.start()
      })
      afterAll(() => {
        halt()
        execFileSync('umount', ['--lazy', server.datadir])
      })
      const mounted = (control: object) => sourceOf({ 'safety-dir': safety, ...control })

      it('it asks for safety-dir', async () => {
        const source = sourceOf({ server: server.commands() })
        await expect(source.restore(context(), [copy.link], options())).rejects.toMatchObject({
          code: 'usage',
          hint: expect.stringContaining('safety-dir'),
        })
      })

      it('gets its old contents back where the server does not start', async () => {
        await server.run("INSERT INTO shop.audit VALUES ('on the mount')")
        await systemctl({ failing: true })
        const restore = mounted({ service: 'mariadb' }).restore(context(), [copy.link], options())
        await expect(restore).rejects.toMatchObject({ message: expect.stringContaining('was undone') })
        expect(await audit()).toContain('on the mount')
        // An empty directory of the safety copy is all that may stay.
        expect(inside(safety).flatMap((name) => inside(join(safety, name)))).toEqual([])
      })

      it('and the contents move to safety-dir where it does', async () => {
        rmSync(safety, { recursive: true })
        const owner = statSync(join(server.datadir, 'ibdata1')).uid
        await mounted({ server: server.commands() }).restore(context(), [copy.link], options())
        expect(await audit()).not.toContain('on the mount')
        expect(statSync(join(server.datadir, 'ibdata1')).uid).toBe(owner)
        const [kept = '', ...others] = inside(safety)
        expect(others).toEqual([])
        expect(kept).toMatch(/^data\.holdfast-safety-/)
        expect(inside(join(safety, kept))).toContain('ibdata1')
        expect(existsSync(join(server.datadir, 'lost+found'))).toBe(true)
        expect(existsSync(join(safety, kept, 'lost+found'))).toBe(false)
      })
    })
  },
)
