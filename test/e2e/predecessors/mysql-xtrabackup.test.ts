import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { driverSchemas } from '../../../src/composition/drivers.ts'
import { loadConfig } from '../../../src/config/config.ts'
import { listener } from '../../services/listener.ts'
import { mailServer } from '../../services/mail-server.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { executable } from '../../sources/mysql/fake-tool.ts'
import { fillShop } from '../../sources/mysql/shop.ts'
import { cli } from '../cli.ts'

/** Predecessor 5, its checklist acted out on the host's own MariaDB: a container has a file of its own. */
describe.skipIf(!has('mariadb', 'mariadb-client', 'mariadb-backup'))(
  'a MySQL hot backup with XtraBackup',
  {
    timeout: 240_000,
  },
  () => {
    let root: string
    let server: MariadbServer

    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), 'holdfast-xtrabackup-'))
      mkdirSync(join(root, 'config'))
      writeFileSync(
        join(root, 'config', '.env'),
        'MYSQL_HOST=shop_mysql\nMYSQL_ROOT_PASSWORD=from-the-env-file\nMYSQL_DATA_DIR=/opt/mysql/data\n',
      )
      writeFileSync(
        join(root, 'config', 'backup.conf'),
        `BACKUP_DIR="${join(root, 'backups')}"\nRETENTION_DAILY=7\nRETENTION_WEEKLY=4\nRETENTION_MONTHLY=6\nCOMPRESSION_LEVEL=4\nS3_UPLOAD_ENABLED=true\nS3_BUCKET=acme\nDOCKER_CMD="sudo docker"\nEMAIL_NOTIFICATIONS=true\nWEBHOOK_ENABLED=true\nWEEKLY_DAY=0\n`,
      )
      server = await startMariadb()
      await fillShop(server)
    })
    afterAll(async () => {
      await server?.stop()
      rmSync(root, { recursive: true, force: true })
    })

    /** A start that fails the first time, as after a wrong setting. */
    const failingOnce = async (start: readonly string[]): Promise<string[]> => [
      await executable(
        join(root, 'start-later'),
        `import { existsSync, writeFileSync } from 'node:fs'
         import { spawnSync } from 'node:child_process'
         const argv = ${JSON.stringify(start)}
         if (existsSync('${root}/failed')) process.exit(spawnSync(argv[0], argv.slice(1), { stdio: 'inherit' }).status)
         writeFileSync('${root}/failed', '')
         process.exit(1)`,
      ),
    ]

    const run = (args: readonly string[], env: Record<string, string> = {}) =>
      cli([...args, '--json'], { cwd: root, env: { MYSQL_ROOT_PASSWORD: server.password, ...env } })

    test('its configuration is converted, and what is wrong in it is named', async () => {
      const made = await run(['init', '--from', 'mysql-xtrabackup'])
      expect(made.json.errors).toEqual([])
      const text = readFileSync(join(root, 'holdfast.yml'), 'utf8')
      expect(text).not.toContain('from-the-env-file')
      const environment = {
        MYSQL_ROOT_PASSWORD: 'x-secret-x',
        AWS_ACCESS_KEY_ID: 'k',
        AWS_SECRET_ACCESS_KEY: 's',
        EMAIL_RECIPIENT: 'dba@example.org',
        WEBHOOK_URL: 'https://hook.example/octeth',
      }
      const config = loadConfig({
        file: join(root, 'holdfast.yml'),
        cwd: root,
        environment,
        drivers: driverSchemas,
      })
      const job = config.job('octeth')
      expect(job.source.settings).toMatchObject({
        method: 'physical',
        container: 'shop_mysql',
        datadir: '/opt/mysql/data',
        dockerCommand: ['sudo', 'docker'],
      })
      expect(job.compression).toEqual({ type: 'gzip', level: 4 })
      expect(job.adopt.names).toEqual(['{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.tar.gz'])
      expect(job.to.map(({ name }) => name)).toEqual(['local', 's3'])
      expect(job.notify).toEqual(['mail', 'hook'])
      rmSync(join(root, 'holdfast.yml'))
      const wrong = await run(['init', '--from', 'mysql-xtrabackup'], { RETENTION_DAILY: 'many' })
      expect(wrong.json.errors).toEqual([
        expect.objectContaining({
          code: 'config-invalid',
          message: expect.stringContaining('RETENTION_DAILY'),
        }),
      ])
    })

    test('the example is read', () => {
      const file = resolve('examples/mysql-xtrabackup.yml')
      const config = loadConfig({ file, cwd: root, environment: {}, drivers: driverSchemas })
      expect(config.jobNames).toEqual(['octeth', 'octeth-dump'])
    })

    test('daily, weekly and monthly copies with checksums, pruned by their periods, drilled and restored', async () => {
      const { stop, start } = server.commands()
      const mail = await mailServer()
      const hook = await listener()
      const configuration = `version: 1
destinations:
  local: { type: filesystem, path: ${join(root, 'backups')} }
encryption: none
notifiers:
  mail: { type: email, to: [dba@example.org], from: backup@example.org, smtp: "smtp://127.0.0.1:${mail.port}?tls=no", on: [success, failure] }
  hook: { type: webhook, url: "${hook.url}/hook", on: [success, failure] }
defaults: { notify: [mail, hook] }
metrics: { textfile: ${join(root, 'holdfast.prom')} }
jobs:
  octeth:
    source: { type: mysql, method: physical, socket: ${server.socket}, user: root, password: "\${MYSQL_ROOT_PASSWORD}", server: ${JSON.stringify({ stop, start })} }
    to: [local]
    package: single
    object-name: "{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.xbstream.gz"
    checksum-file: true
    compression: { type: gzip, level: 4 }
    retention: { keep-daily: 2, keep-weekly: 2, keep-monthly: 2, week-day: sunday, month-day: 1, require-proofs: 0 }
    verify: { depth: restore, server: local }
    log: { file: ${join(root, 'logs', 'octeth.log')}, keep: 3 }
`
      writeFileSync(join(root, 'holdfast.yml'), configuration)
      // A Thursday, a Sunday, the 1st of a month, and two days after that.
      const nights = ['2026-01-29', '2026-02-01', '2026-02-08', '2026-02-09', '2026-02-10']
      for (const [position, night] of nights.entries()) {
        await server.run(`INSERT INTO shop.audit VALUES ('night ${position}')`)
        const ran = await run(['backup'], { HOLDFAST_NOW: `${night}T02:15:00Z` })
        expect(ran.json.errors).toEqual([])
        expect(ran.stdout + ran.stderr).not.toContain(server.password)
      }
      const objects = (tier: string) =>
        readdirSync(join(root, 'backups', tier)).filter((name) => !name.endsWith('.sha256'))
      expect(objects('daily')).toHaveLength(3)
      expect(objects('weekly')).toEqual([
        expect.stringMatching(/^octeth-backup-2026-02-08_02-1\d-\d\d\.xbstream\.gz$/),
      ])
      expect(objects('monthly')).toEqual([
        expect.stringMatching(/^octeth-backup-2026-02-01_02-1\d-\d\d\.xbstream\.gz$/),
      ])
      const [weekly = ''] = objects('weekly')
      const stored = readFileSync(join(root, 'backups', 'weekly', weekly))
      const sum = readFileSync(join(root, 'backups', 'weekly', `${weekly}.sha256`), 'utf8')
      expect(sum).toContain(createHash('sha256').update(stored).digest('hex'))

      expect(mail.mails).toHaveLength(nights.length)
      expect(mail.mails[0]).toMatchObject({ to: ['dba@example.org'], raw: expect.stringContaining('octeth') })
      expect(hook.json().map(({ job, event }) => `${job} ${event}`)).toEqual(
        nights.map(() => 'octeth success'),
      )
      expect(readFileSync(join(root, 'holdfast.prom'), 'utf8')).toContain(
        'holdfast_backup_success{backup_job="octeth"',
      )
      // Old logs go as well.
      const logs = readdirSync(join(root, 'logs'))
      expect(logs.length).toBeGreaterThan(0)
      expect(logs.length).toBeLessThanOrEqual(4)

      const rehearsed = await run(['cleanup', '--dry-run', '--verbose', '--stats'], {
        HOLDFAST_NOW: '2026-02-10T03:00:00Z',
      })
      expect(rehearsed.json.errors).toEqual([])
      const [plan] = rehearsed.json.results
      expect(plan.deleted).toHaveLength(1)
      expect(plan.kept).toHaveLength(4)
      expect(plan.kept.every(({ reason }: { reason: string }) => reason !== '')).toBe(true)

      const drilled = await run(['drill', 'octeth'])
      expect(drilled.json.results[0]).toMatchObject({ result: 'passed', depth: 'restore' })

      await server.run('DROP DATABASE shop')
      const shown = await run([
        'restore',
        'octeth',
        '--to',
        `datadir:${server.datadir}`,
        '--overwrite',
        '--dry-run',
      ])
      expect(shown.json.results[0].plan).toContain('Restore all of octeth')
      const asked = await run(['restore', 'octeth', '--to', `datadir:${server.datadir}`, '--overwrite'])
      expect(asked.json.errors).toMatchObject([{ hint: expect.stringContaining('--yes') }])

      // A server that does not come up on the new data gets its old data back.
      writeFileSync(
        join(root, 'holdfast.yml'),
        configuration.replace(
          JSON.stringify({ stop, start }),
          JSON.stringify({ stop, start: await failingOnce(start) }),
        ),
      )
      await server.run('CREATE DATABASE only_in_the_old_data')
      const place = ['restore', 'octeth', '--to', `datadir:${server.datadir}`, '--overwrite', '--yes']
      const undone = await run(place)
      expect(undone.json.errors).toMatchObject([
        { code: 'restore-failed', message: expect.stringContaining('was undone, the old data serves again') },
      ])
      expect((await server.rows('SHOW DATABASES')).flat()).toContain('only_in_the_old_data')
      writeFileSync(join(root, 'holdfast.yml'), configuration)
      const restored = await run([
        'restore',
        'octeth',
        '--to',
        `datadir:${server.datadir}`,
        '--overwrite',
        '--yes',
      ])
      expect(restored.json.errors).toEqual([])
      expect(restored.json.warnings.map(({ code }) => code)).toContain('safety-copy')
      expect((await server.rows('SELECT what FROM shop.audit')).flat()).toContain('night 4')
    })

    describe('what the scripts left', () => {
      const names = ['2026-01-05', '2026-01-30', '2026-02-08'] as const
      const keyOf = (tier: string, night: string) => `${tier}/octeth-backup-${night}_02-15-00.tar.gz`
      const at = (key: string) => join(root, 'old', key)
      const now = { HOLDFAST_NOW: '2026-02-10T03:00:00Z' }

      const tool = 'mariadb-backup'
      /** As they made it: the tool, its prepare, tar with the folder, the checksum beside it. */
      function archive(key: string, night: string): void {
        const folder = basename(key, '.tar.gz')
        const made = join(root, 'tmp', folder)
        const login = [
          '--no-defaults',
          `--socket=${server.socket}`,
          '--user=root',
          `--password=${server.password}`,
        ]
        execFileSync(tool, [...login, '--backup', `--target-dir=${made}`], { stdio: 'pipe' })
        execFileSync(tool, ['--no-defaults', '--prepare', `--target-dir=${made}`], {
          stdio: 'pipe',
        })
        mkdirSync(dirname(at(key)), { recursive: true })
        execFileSync('tar', ['-czf', at(key), '-C', join(root, 'tmp'), folder])
        writeFileSync(`${at(key)}.sha256`, execFileSync('sha256sum', [at(key)]))
        const when = new Date(`${night}T02:15:00Z`)
        utimesSync(at(key), when, when)
        rmSync(made, { recursive: true })
      }

      beforeAll(async () => {
        mkdirSync(join(root, 'tmp'))
        const { stop, start } = server.commands()
        rmSync(join(root, 'holdfast.yml'), { force: true })
        writeFileSync(
          join(root, 'holdfast.yml'),
          `version: 1
destinations:
  local: { type: filesystem, path: ${join(root, 'old')} }
encryption: none
jobs:
  octeth:
    source: { type: mysql, method: physical, socket: ${server.socket}, user: root, password: "\${MYSQL_ROOT_PASSWORD}", server: ${JSON.stringify({ stop, start })} }
    to: [local]
    adopt: { names: ["{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.tar.gz"] }
    retention: { keep-daily: 2, keep-weekly: 2, keep-monthly: 2, week-day: sunday, month-day: 1, require-proofs: 0 }
`,
        )
        await server.run("INSERT INTO shop.audit VALUES ('in the archive')")
        archive(keyOf('daily', names[0]), names[0])
        archive(keyOf('daily', names[1]), names[1])
        archive(keyOf('weekly', names[2]), names[2])
        const first = await run(['backup'], { HOLDFAST_NOW: '2026-02-09T02:15:00Z' })
        expect(first.json.errors).toEqual([])
      })

      test('is listed beside the own', async () => {
        const listed = await run(['list', 'octeth'])
        expect(listed.json.errors).toEqual([])
        const adopted = listed.json.results.filter(({ adopted }) => adopted === true)
        expect(adopted.map(({ id }) => id)).toEqual([
          keyOf('daily', names[0]),
          keyOf('daily', names[1]),
          keyOf('weekly', names[2]),
        ])
      })

      test('is restored over the data directory, as it lies in the archive', async () => {
        await server.run("INSERT INTO shop.audit VALUES ('after the archive')")
        const key = keyOf('weekly', names[2])
        const args = ['restore', key, '--to', `datadir:${server.datadir}`, '--overwrite', '--yes']
        const restored = await run(args)
        expect(restored.json.errors).toEqual([])
        expect(restored.json.warnings.map(({ code }) => code).toSorted()).toEqual(['adopted', 'safety-copy'])
        const audit = (await server.rows('SELECT what FROM shop.audit')).flat()
        expect(audit).toContain('in the archive')
        expect(audit).not.toContain('after the archive')
      })

      test('or as files', async () => {
        const restored = await run([
          'restore',
          keyOf('daily', names[1]),
          '--to',
          `${join(root, 'files')}/`,
          '--yes',
        ])
        expect(restored.json.errors).toEqual([])
        const folder = basename(keyOf('daily', names[1]), '.tar.gz')
        expect(readdirSync(join(root, 'files', folder))).toContain('ibdata1')
      })

      test('with its checksum, which only --force overrides', async () => {
        const key = keyOf('daily', names[1])
        const sum = readFileSync(`${at(key)}.sha256`, 'utf8')
        writeFileSync(`${at(key)}.sha256`, sum.replace(/^../, 'ff'))
        await server.run("INSERT INTO shop.audit VALUES ('before the refusal')")
        const args = ['restore', key, '--to', `datadir:${server.datadir}`, '--overwrite', '--yes']
        const refused = await run(args)
        expect(refused.json.errors).toEqual([
          expect.objectContaining({
            code: 'object-damaged',
            message: expect.stringContaining('.sha256 says'),
          }),
        ])
        expect((await server.rows('SELECT what FROM shop.audit')).flat()).toContain('before the refusal')
        expect(
          (await run(['restore', key, '--to', join(root, 'damaged.tar'), '--yes'])).json.errors,
        ).toHaveLength(1)
        expect(existsSync(join(root, 'damaged.tar'))).toBe(false)
        const forced = await run([...args, '--force'])
        expect(forced.json.errors).toEqual([])
        expect(forced.json.warnings.map(({ code }) => code)).toContain('checksum-differs')
        expect((await server.rows('SELECT what FROM shop.audit')).flat()).not.toContain('before the refusal')
        writeFileSync(`${at(key)}.sha256`, sum)
      })

      test('is pruned by age, with its checksum', async () => {
        const rehearsed = await run(['cleanup', '--dry-run'], now)
        expect(rehearsed.json.results[0].deleted.map(({ id }: { id: string }) => id)).toContain(
          keyOf('daily', names[0]),
        )
        expect(existsSync(at(keyOf('daily', names[0])))).toBe(true)
        const cleaned = await run(['cleanup', '--yes'], now)
        expect(cleaned.json.errors).toEqual([])
        expect(existsSync(at(keyOf('daily', names[0])))).toBe(false)
        expect(existsSync(`${at(keyOf('daily', names[0]))}.sha256`)).toBe(false)
        expect(existsSync(at(keyOf('weekly', names[2])))).toBe(true)
        expect(existsSync(`${at(keyOf('weekly', names[2]))}.sha256`)).toBe(true)
      })
    })
  },
)
