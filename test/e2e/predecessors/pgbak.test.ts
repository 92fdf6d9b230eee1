import { spawnSync } from 'node:child_process'
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
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasTool } from '../../services/find-tool.ts'
import { listener } from '../../services/listener.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { type CliResult, cli } from '../cli.ts'

/** Predecessor 2, its checklist acted out on a real server, with S3 in the place of Backblaze B2. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const able = hasPostgres(15) && hasTool('versitygw') && hasTool('7zz')

const password = 'pgbak archive password'
let postgres: PostgresService
let s3: S3Service
let root: string
let hour = 0

beforeAll(async () => {
  if (!able) return
  root = mkdtempSync(join(tmpdir(), 'holdfast-pgbak-'))
  postgres = await startPostgres({ major: 15 })
  for (const name of ['shop', 'blog']) {
    await postgres.query(`CREATE DATABASE ${name}`)
    await postgres.query(
      'CREATE TABLE items AS SELECT n, md5(n::text) FROM generate_series(1, 20000) n',
      name,
    )
  }
  s3 = await startVersitygw()
})
afterAll(async () => {
  if (!able) return
  await postgres.stop()
  await s3.stop()
  rmSync(root, { recursive: true, force: true })
})

/** A directory as pgbak left it: its database in its newest schema, or in an old one. */
function legacy(name: string, servers: readonly Record<string, string | number>[], old = false): string {
  const directory = join(root, name)
  mkdirSync(directory)
  const database = new DatabaseSync(join(directory, 'backup.sqlite'))
  const ping = old ? 'dms_id TEXT' : 'hc_url_start TEXT, hc_url_success TEXT, hc_url_fail TEXT'
  database.exec(`
    CREATE TABLE servers (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, connection_string TEXT,
      frequency_hrs INTEGER DEFAULT (1) NOT NULL, B2_KEY_ID TEXT, B2_APP_KEY TEXT, B2_BUCKET TEXT,
      archive_name TEXT, archive_password TEXT, ${ping}, last_backup TEXT, last_backup_result TEXT);
    CREATE TABLE backup_log (server_id INTEGER NOT NULL, ts TEXT NOT NULL, "result" TEXT NOT NULL,
      file_size NUMERIC, success TEXT(1) DEFAULT (1) NOT NULL);`)
  for (const server of servers) {
    const keys = Object.keys(server)
    database
      .prepare(`INSERT INTO servers (${keys.join(', ')}) VALUES (${keys.map(() => '?').join(', ')})`)
      .run(...Object.values(server))
  }
  const log = database.prepare('INSERT INTO backup_log VALUES (?, ?, ?, ?, ?)')
  log.run(1, '20260101T000000', 'Success', 1000, '1')
  log.run(1, '20260102T000000', 'Success', 90_000_000, '1')
  log.run(1, '20260103T000000', 'Traceback', null, '0')
  database.close()
  return directory
}

function run(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  return cli(args, { cwd, env: { ...env } })
}

const environment = () => ({
  B2_KEY_ID: s3.accessKeyId,
  B2_APP_KEY: s3.secretAccessKey,
  B2_BUCKET: s3.bucket,
  B2_ENDPOINT: s3.endpoint,
  ARCHIVE_PASSWORD: password,
})

/** What a later hour of cron sees. */
const later = (hours: number) => {
  hour += hours
  return { HOLDFAST_NOW: new Date(Date.now() + hour * 3_600_000).toISOString() }
}

const archives = () =>
  readdirSync(join(s3.directory, 'objects', s3.bucket)).filter((name) => name.endsWith('.7z'))

describe.skipIf(!able)('pgbak', () => {
  test('its database becomes a configuration without a secret, and it all goes on', async () => {
    const checks = await listener()
    const mezmo = await listener()
    const directory = legacy('whole', [
      {
        connection_string: postgres.url('shop'),
        frequency_hrs: 6,
        archive_name: 'shop',
        hc_url_start: `${checks.url}/shop/start`,
        hc_url_success: `${checks.url}/shop`,
        hc_url_fail: `${checks.url}/shop/fail`,
      },
      {
        connection_string: postgres.url('gone'),
        frequency_hrs: 1,
        archive_name: 'gone db',
        hc_url_fail: `${checks.url}/gone/fail`,
      },
      { connection_string: postgres.url('blog'), frequency_hrs: 24, archive_name: 'blog' },
    ])
    const made = await run(directory, ['init', '--from', 'pgbak', '--json'], {
      ...environment(),
      MEZMO_INGESTION_KEY: 'mezmo-ingestion-key',
      LOG_HOSTNAME: 'backup-1',
    })
    expect(made.json).toMatchObject({
      exitCode: 0,
      results: [{ file: 'holdfast.yml', jobs: ['shop', 'gone-db', 'blog'] }, { file: '.env' }],
    })
    const text = readFileSync(join(directory, 'holdfast.yml'), 'utf8')
    for (const secret of [
      password,
      postgres.password,
      s3.secretAccessKey,
      'mezmo-ingestion-key',
      checks.url,
    ]) {
      expect(text).not.toContain(secret)
      expect(made.stdout).not.toContain(secret)
    }
    expect(statSync(join(directory, '.env')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(directory, '.gitignore'), 'utf8')).toContain('.env\n')
    // Two lines of what this test needs and pgbak's world does not: another place for logs, and this server's paths.
    writeFileSync(
      join(directory, 'holdfast.yml'),
      text
        .replace('type: mezmo', `type: mezmo\n    url: ${mezmo.url}`)
        .replace('type: s3', 'type: s3\n    path-style: true\n    region: us-east-1')
        .replace('/var/tmp/holdfast', join(directory, 'spool')),
    )

    // One broken server does not stop the rest.
    const first = await run(directory, ['backup', '--due', '--json'])
    expect(first.json).toMatchObject({ exitCode: 3, status: 'partial' })
    expect(first.json.errors.map(({ context }) => context?.job)).toEqual(['gone-db'])
    expect(first.json.results.map(({ job, status }) => `${job}: ${status}`)).toEqual([
      'shop: success',
      'blog: success',
    ])
    // The history of pgbak is what the first size is compared with.
    expect(first.json.results[0].warnings).toMatchObject([{ code: 'size-suspicious' }])
    expect(first.json.results[0].warnings[0].message).toContain('90000000')
    expect(checks.heard.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
      '/shop/start',
      '/shop',
      '/gone/fail',
    ])
    const lines = mezmo.json().flatMap(({ lines }) => lines)
    expect(lines.map(({ level }: { level: string }) => level)).toContain('ERROR')
    expect(mezmo.heard[0]?.path).toContain('hostname=backup-1')

    // 7-Zip opens what is there, with the password alone.
    const [blog = ''] = archives().filter((name) => name.startsWith('blog'))
    expect(blog).toMatch(/^blog_\d{8}_\d{6}\.sql\.7z$/)
    const opened = spawnSync('7zz', ['x', '-so', join(s3.directory, 'objects', s3.bucket, blog)], {
      input: `${password}\n`,
      maxBuffer: 1e8,
    })
    expect(opened.stdout.toString()).toContain('PostgreSQL database dump complete')

    // An hour later nothing but the broken one is due, six hours later one more; --force takes all.
    const hourly = await run(directory, ['backup', 'shop', 'blog', '--due', '--json'], later(1))
    expect(hourly.json.results.map(({ status }) => status)).toEqual(['not-due', 'not-due'])
    const sixth = await run(directory, ['backup', 'shop', 'blog', '--due', '--json'], later(5))
    expect(sixth.json.results.map(({ status }) => status)).toEqual(['success', 'not-due'])
    const forced = await run(directory, ['backup', 'blog', '--due', '--force', '--json'], later(1))
    expect(forced.json.results.map(({ status }) => status)).toEqual(['success'])

    // Everything at a glance, and every run in the logs, failed ones too.
    const status = await run(directory, ['status'], later(0))
    expect(status.stdout).toMatch(/shop .*\b(just now|\d+ (min|h) ago)/)
    expect(status.stdout).toMatch(/gone-db .*never/)
    const logs = await run(directory, ['logs', '--json'])
    expect(logs.json.results.map(({ job, status }) => `${job}: ${status}`)).toContain('gone-db: failed')

    // Nothing of the dump is left on the disk.
    expect(readdirSync(join(directory, 'spool'))).toEqual([])
  })

  test('a dump of a few bytes is a failure, and the archive restores into another database', async () => {
    const directory = legacy('guards', [
      {
        connection_string: postgres.url('shop'),
        archive_name: 'orders',
        archive_password: 'its own password',
      },
    ])
    await run(directory, ['init', '--from', 'pgbak'], environment())
    const file = join(directory, 'holdfast.yml')
    const text = readFileSync(file, 'utf8')
      .replace('type: s3', 'type: s3\n    path-style: true\n    region: us-east-1')
      .replace('/var/tmp/holdfast', join(directory, 'spool'))
    writeFileSync(file, text.replace('limit: 4KiB', 'limit: 40MiB'))
    const small = await run(directory, ['backup', '--json'])
    expect(small.json).toMatchObject({ exitCode: 1, errors: [{ code: 'backup-too-small' }] })
    writeFileSync(file, text)
    expect((await run(directory, ['backup'])).exitCode).toBe(0)
    const restored = await run(directory, [
      'restore',
      'orders',
      '--to',
      join(directory, 'orders.sql'),
      '--yes',
    ])
    expect(restored.exitCode).toBe(0)
    expect(readFileSync(join(directory, 'orders.sql'), 'utf8')).toContain('CREATE TABLE public.items')
  })

  test('servers of other passwords get configurations of their own, and an old schema is read', async () => {
    const two = legacy('two', [
      { connection_string: postgres.url('shop'), archive_name: 'a', archive_password: 'first password' },
      { connection_string: postgres.url('blog'), archive_name: 'b', B2_BUCKET: 'other-bucket' },
    ])
    const made = await run(two, ['init', '--from', 'pgbak', '--json'], environment())
    expect(made.json.results.map(({ file }) => file)).toEqual(['holdfast.yml', 'holdfast-b.yml', '.env'])
    expect(readFileSync(join(two, 'holdfast-b.yml'), 'utf8')).toContain('bucket: "other-bucket"')
    for (const file of ['holdfast.yml', 'holdfast-b.yml']) {
      const planned = await run(two, ['backup', '--dry-run', '--json', '--config', file])
      expect(planned.json.errors.map(({ code }) => code)).not.toContain('config-invalid')
    }
    const old = legacy(
      'old',
      [{ connection_string: postgres.url('shop'), dms_id: 'https://hc.example/x' }],
      true,
    )
    expect((await run(old, ['init', '--from', 'pgbak'], environment())).exitCode).toBe(0)
    const text = readFileSync(join(old, 'holdfast.yml'), 'utf8')
    expect(text).toMatch(/127\.0\.0\.1-shop:\n/)
    expect(text).toContain('success-url: ${DB_127_0_0_1_SHOP_SUCCESS_URL}')
  })

  test('what is no database of pgbak is said to be none, and nothing is written', async () => {
    const directory = join(root, 'none')
    mkdirSync(directory)
    const missing = await run(directory, ['init', '--from', 'pgbak', '--json'])
    expect(missing.json).toMatchObject({ exitCode: 2, errors: [{ code: 'config-file-unreadable' }] })
    const empty = legacy('empty', [])
    const none = await run(empty, ['init', '--from', 'pgbak', '--json'])
    expect(none.json.errors[0]?.message).toContain('it has no servers')
    expect(existsSync(join(empty, 'holdfast.yml'))).toBe(false)
  })
})
