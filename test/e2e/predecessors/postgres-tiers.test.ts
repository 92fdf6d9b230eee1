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
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startAzurite } from '../../services/azurite.ts'
import { hasTool } from '../../services/find-tool.ts'
import { listener } from '../../services/listener.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { type CliResult, cli } from '../cli.ts'

/** Predecessor 3, its checklist acted out on a real server, locally and with S3. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const able = hasPostgres(15) && hasTool('versitygw')

let postgres: PostgresService
let s3: S3Service
let root: string

beforeAll(async () => {
  if (!able) return
  root = mkdtempSync(join(tmpdir(), 'holdfast-tiers-'))
  postgres = await startPostgres({ major: 15 })
  await postgres.query('CREATE DATABASE app')
  await postgres.query('CREATE TABLE items AS SELECT n, md5(n::text) FROM generate_series(1, 20000) n', 'app')
  s3 = await startVersitygw()
})
afterAll(async () => {
  if (!able) return
  await postgres.stop()
  await s3.stop()
  rmSync(root, { recursive: true, force: true })
})

/** A directory as the scripts left it. */
function legacy(name: string, lines: readonly string[] = [], secrets: readonly string[] = []): string {
  const directory = join(root, name)
  mkdirSync(join(directory, 'config'), { recursive: true })
  writeFileSync(
    join(directory, 'config', 'backup_config.env'),
    [
      '# Database',
      'export DB_HOST="127.0.0.1"',
      `DB_PORT=${postgres.port}`,
      'DB_NAME="${APP_NAME:-app}"',
      'DB_USER=postgres',
      'BACKUP_COMPRESSION_LEVEL=9',
      'BACKUP_DIR=backups',
      ...lines,
    ].join('\n'),
  )
  writeFileSync(join(directory, '.env.local'), [`DB_PASSWORD='${postgres.password}'`, ...secrets].join('\n'))
  return directory
}

const withS3 = () => [
  `S3_BUCKET=${s3.bucket}`,
  'S3_PREFIX=nightly/',
  'S3_REGION=us-east-1',
  `S3_ENDPOINT=${s3.endpoint}`,
]

function run(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  return cli(args, { cwd, env: { ...s3.environment, ...env } })
}

const dumps = (directory: string, tier: string) =>
  readdirSync(directory).filter((name) => name.startsWith(`postgres_${tier}_`))
const named = (directory: string, tier: string) => dumps(join(directory, 'backups'), tier)

describe.skipIf(!able)('the daily and weekly scripts', () => {
  test('their configuration is converted, the password goes to .pgpass and nowhere else', async () => {
    const slack = await listener()
    const directory = legacy(
      'convert',
      [...withS3(), 'KEEP_LOCAL_BACKUPS=true', 'EMAIL_RECIPIENT=dba@example.org'],
      [`SLACK_WEBHOOK_URL=${slack.url}/services/T/B/secretpart`],
    )
    const made = await run(directory, ['init', '--from', 'postgres-tiers', '--json'])
    expect(made.json).toMatchObject({ exitCode: 0 })
    const text = readFileSync(join(directory, 'holdfast.yml'), 'utf8')
    for (const secret of [postgres.password, 'secretpart']) {
      expect(text).not.toContain(secret)
      expect(made.stdout).not.toContain(secret)
    }
    const pgpass = join(directory, '.pgpass')
    expect(readFileSync(pgpass, 'utf8')).toBe(
      `127.0.0.1:${postgres.port}:app:postgres:${postgres.password}\n`,
    )
    expect(statSync(pgpass).mode & 0o777).toBe(0o600)
    expect(statSync(join(directory, '.env')).mode & 0o777).toBe(0o600)

    // Both tiers, each with its names and tags, at both places.
    const ran = await run(directory, ['backup', '--json'], { PGPASSFILE: pgpass })
    expect(ran.json.errors).toEqual([])
    expect(ran.json.results.map(({ job, destinations }) => `${job} ${destinations.length}`)).toEqual([
      'postgres-daily 2',
      'postgres-weekly 2',
    ])
    const [daily = ''] = named(directory, 'daily')
    expect(daily).toMatch(/^postgres_daily_\d{8}_\d{6}\.sql\.gz$/)
    expect(named(directory, 'weekly')).toEqual([
      expect.stringMatching(/^postgres_weekly_\d{8}_\d{6}\.sql\.gz$/),
    ])
    expect(existsSync(join(s3.directory, 'objects', s3.bucket, 'nightly', daily))).toBe(true)
    const listed = await run(directory, ['list', '--json'])
    expect(new Set(listed.json.results.map(({ tags }) => tags.join()))).toEqual(new Set(['daily', 'weekly']))

    // As the scripts checked it: gzip's own test, and pg_restore's list.
    const file = join(directory, 'backups', daily)
    execFileSync('gzip', ['-t', file])
    const dump = execFileSync('gzip', ['-dc', file], { maxBuffer: 1e8 })
    writeFileSync(join(directory, 'dump'), dump)
    const toc = execFileSync(join(postgres.programs, 'pg_restore'), ['--list', join(directory, 'dump')])
    expect(toc.toString()).toContain('TABLE DATA public items')

    // A file of the disk comes back by its path.
    const restored = await run(directory, [
      'restore',
      file,
      '--to',
      join(directory, 'out'),
      '--yes',
      '--json',
    ])
    expect(restored.json.errors).toEqual([])
    expect(readFileSync(join(directory, 'out'))).toEqual(dump)

    // Slack heard of it, with sizes and places; a log file was kept.
    const heard = JSON.stringify(slack.json())
    expect(heard).toContain('backup of postgres-daily succeeded')
    expect(heard).toContain('local, s3')
    expect(readFileSync(join(directory, 'logs', 'backup-daily.log'), 'utf8')).toContain(
      'postgres-daily: backup success',
    )

    // Everything at a glance.
    const status = await run(directory, ['status'])
    expect(status.stdout).toMatch(/postgres-daily +local +just now/)
    expect(status.stdout).toMatch(/postgres-weekly +s3 +just now/)
  })

  test('each tier has its days, on both sides, and the newest always stays', async () => {
    const directory = legacy('tiers', [...withS3(), 'S3_PREFIX=tiers', 'KEEP_LOCAL_BACKUPS=true'])
    await run(directory, ['init', '--from', 'postgres-tiers'])
    const env = { PGPASSFILE: join(directory, '.pgpass') }
    const at = (days: number) => ({
      ...env,
      HOLDFAST_NOW: new Date(Date.now() - days * 86_400_000).toISOString(),
    })
    for (const days of [100, 20, 0]) {
      const ran = await run(directory, ['backup', '--json'], at(days))
      expect(ran.json.errors).toEqual([])
    }
    expect((await run(directory, ['cleanup', '--yes', '--json'])).json.errors).toEqual([])
    expect([named(directory, 'daily').length, named(directory, 'weekly').length]).toEqual([1, 2])
    const remote = join(s3.directory, 'objects', s3.bucket, 'tiers')
    expect([dumps(remote, 'daily').length, dumps(remote, 'weekly').length]).toEqual([1, 2])
  })

  test('without local copies there is only the bucket, and a dump comes back by its name there', async () => {
    const directory = legacy('remote', [...withS3(), 'S3_PREFIX=remote', 'KEEP_LOCAL_BACKUPS=false'])
    await run(directory, ['init', '--from', 'postgres-tiers'])
    const env = { PGPASSFILE: join(directory, '.pgpass') }
    expect((await run(directory, ['backup', 'postgres-daily'], env)).exitCode).toBe(0)
    expect(existsSync(join(directory, 'backups'))).toBe(false)
    const [name = ''] = dumps(join(s3.directory, 'objects', s3.bucket, 'remote'), 'daily')
    for (const what of [name, `s3://${name}`, `s3://${s3.bucket}/remote/${name}`]) {
      const out = join(directory, `out-${what.length}`)
      const ran = await run(directory, ['restore', what, '--to', out, '--yes', '--json'], env)
      expect(ran.json.errors).toEqual([])
      const toc = execFileSync(join(postgres.programs, 'pg_restore'), ['--list', out])
      expect(toc.toString()).toContain('TABLE DATA public items')
    }
  })

  test.skipIf(!hasTool('azurite-blob'))('Azure does as well as S3', async () => {
    const azurite = await startAzurite({ directory: join(root, 'azurite') })
    onTestFinished(() => azurite.stop())
    const directory = legacy('azure')
    await run(directory, ['init', '--from', 'postgres-tiers'])
    const file = join(directory, 'holdfast.yml')
    const cloud = '  cloud: { type: azure, container: dumps, connection-string: "${AZURE}" }\n'
    const text = readFileSync(file, 'utf8').replace('to: [local]', 'to: [local, cloud]')
    writeFileSync(file, text.replace('destinations:\n', `destinations:\n${cloud}`))
    const env = { PGPASSFILE: join(directory, '.pgpass'), AZURE: azurite.connectionString }
    const ran = await run(directory, ['backup', 'postgres-daily', '--json'], env)
    expect(ran.json.errors).toEqual([])
    const [name = ''] = named(directory, 'daily')
    const out = join(directory, 'out')
    const what = `azure://devstoreaccount1/dumps/${name}`
    const restored = await run(directory, ['restore', what, '--to', out, '--yes', '--json'], env)
    expect(restored.json.errors).toEqual([])
    const toc = execFileSync(join(postgres.programs, 'pg_restore'), ['--list', out])
    expect(toc.toString()).toContain('TABLE DATA public items')
  })

  test('test_backup: all of it is tried on the real server, and nothing is left', async () => {
    const directory = legacy('trial', [...withS3(), 'S3_PREFIX=trial'])
    await run(directory, ['init', '--from', 'postgres-tiers'])
    const file = join(directory, 'holdfast.yml')
    const verify = '  verify: { depth: restore, server: local }\n'
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('  package: single\n', `  package: single\n${verify}`),
    )
    const env = { PGPASSFILE: join(directory, '.pgpass') }
    const ran = await run(directory, ['test', 'postgres-daily', '--json'], env)
    expect(ran.json).toMatchObject({ exitCode: 0, results: [{ result: 'passed' }] })
    expect(ran.json.results[0].steps.map(({ name }: { name: string }) => name)).toEqual([
      'backup',
      'read back from local',
      'read back from s3',
      'contents',
      'restore',
      'tidy up',
    ])
    expect(named(directory, 'daily')).toEqual([])
  })

  test('what is missing is named together, and a server that is not there says so', async () => {
    const directory = join(root, 'wrong')
    mkdirSync(join(directory, 'config'), { recursive: true })
    writeFileSync(
      join(directory, 'config', 'backup_config.env'),
      'DB_HOST=127.0.0.1\nDAILY_RETENTION_DAYS=many\n',
    )
    const ran = await run(directory, ['init', '--from', 'postgres-tiers', '--json'])
    expect(ran.json).toMatchObject({ exitCode: 2, errors: [{ code: 'config-invalid' }] })
    expect(ran.json.errors[0]?.message).toBe(
      'DB_NAME is not set; DB_USER is not set; DAILY_RETENTION_DAYS is not a whole number',
    )
    expect(existsSync(join(directory, 'holdfast.yml'))).toBe(false)
    const away = legacy('away', ['DB_PORT=1'])
    await run(away, ['init', '--from', 'postgres-tiers'])
    const failed = await run(away, ['backup', 'postgres-daily', '--json'])
    expect(failed.json).toMatchObject({ exitCode: 1 })
    expect(failed.json.errors[0]?.hint).not.toBe(undefined)
  })
})
