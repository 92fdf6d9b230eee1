import { describe, expect, it } from 'vitest'
import { configFromFlags, type FlagOptions, type Flags } from '../../src/config/config.ts'
import { Secret } from '../../src/domain/secret.ts'
import { drivers, errorOf } from './support.ts'

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

function from(flags: Partial<Flags>, options: Partial<FlagOptions> = {}) {
  const all = { sources: [], destinations: [], ...flags }
  return configFromFlags(all, { cwd: '/work', environment: {}, drivers, ...options })
}

describe('flags', () => {
  it('make the same configuration as a file', () => {
    const config = from({
      sources: ['./Dir One'],
      destinations: ['./backups'],
      recipients: [recipient],
      compression: 'gzip:9',
      tags: ['a'],
      keep: 'daily=7, weekly=4\nwithin=30d',
      timezone: 'Europe/Berlin',
    })
    expect(config).toMatchObject({ directory: '/work', jobNames: ['dir-one'], destinationNames: ['backups'] })
    expect(config.file).toBeUndefined()
    expect(config.timezone).toBe('Europe/Berlin')
    expect(config.encryption().recipients).toEqual([recipient])
    const job = config.job('dir-one')
    expect(job.source.settings).toMatchObject({ type: 'directory', path: '/work/Dir One' })
    expect(job).toMatchObject({ compression: { type: 'gzip', level: 9 }, tags: ['a'] })
    expect(job.to).toEqual([
      {
        name: 'backups',
        retention: {
          keepDaily: 7,
          keepWeekly: 4,
          keepWithin: 2_592_000_000,
          requireProofs: 0,
          minimum: 1,
          weekDay: 0,
        },
      },
    ])
    expect(config.destination('backups')).toMatchObject({
      type: 'filesystem',
      settings: { path: '/work/backups' },
    })
  })

  it('need a recipient once something is encrypted', () => {
    expect(errorOf(() => from({}).encryption().recipients).code).toBe('recipient-missing')
    expect(from({ unencrypted: true }).encryption()).toMatchObject({ none: true, recipients: [] })
  })

  it('are never interpolated', () => {
    const environment = { HOME: '/root', A: 'evil' }
    const config = from({ sources: ['a=/x/${A}$${A}'], destinations: ['/b/${A}'] }, { environment })
    expect(config.job('a').source.settings).toMatchObject({ path: '/x/${A}$${A}' })
    expect(config.destination('a').settings).toMatchObject({ path: '/b/${A}' })
  })

  it.each<[Partial<Flags>, string]>([
    [{ sources: ['/x'] }, 'there is no destination'],
    [{ sources: ['a=/x', 'a=/y'], destinations: ['/b'] }, 'two sources are named a'],
    [{ compression: 'lz4' }, 'lz4 is no compression'],
    [{ compression: 'none:3' }, 'none:3 is no compression'],
    [{ keep: 'dialy=7' }, 'dialy=7 is no rule of retention; did you mean daily?'],
    [{ keep: 'daily=x' }, 'daily=x needs a whole number'],
    [{ keep: 'daily' }, 'daily needs a whole number'],
  ])('%o are refused', (flags, message) => {
    expect(errorOf(() => from(flags))).toMatchObject({ code: 'usage', message })
  })

  it('with values that a file may not have either are invalid', () => {
    expect(errorOf(() => from({ timezone: 'Mars' })).message).toBe('timezone: unknown time zone')
    expect(errorOf(() => from({ compression: 'gzip:12' })).message).toBe(
      'defaults.compression.level: must be at most 9',
    )
    expect(errorOf(() => from({ keep: 'within=1year', destinations: ['/b'] })).message).toBe(
      'defaults.retention.keep-within: 1year is not a duration',
    )
  })
})

describe('a source', () => {
  const source = (text: string, options: Partial<FlagOptions> = {}) => {
    const config = from({ sources: [text], destinations: ['/b'] }, options)
    const name = config.jobNames[0] ?? ''
    return { name, ...(config.job(name).source.settings as object) } as Record<string, unknown>
  }

  it.each([
    ['/srv/home', { name: 'home', type: 'directory', path: '/srv/home' }],
    ['.', { name: 'job', type: 'directory', path: '/work' }],
    ['/', { name: 'job', path: '/' }],
    ['www=/srv/My Site', { name: 'www', path: '/srv/My Site' }],
    ['A B=/x', { name: 'x', path: '/work/A B=/x' }],
    ['./a=b', { name: 'a-b', path: '/work/a=b' }],
    ['/srv/Ünï cödé/', { name: 'uni-code', path: '/srv/Ünï cödé' }],
    ['zfs:tank/home', { name: 'home', type: 'zfs', dataset: 'tank/home' }],
    ['pool=zfs:tank', { name: 'pool', dataset: 'tank' }],
    ['postgres://app@db:5432/Shop?sslmode=require', { name: 'shop', type: 'postgres' }],
    ['x=postgresql://db', { name: 'x', type: 'postgres' }],
    ['mysql://root@db.example', { name: 'db.example', type: 'mysql' }],
  ])('%s', (text, expected) => {
    expect(source(text)).toMatchObject(expected)
  })

  it('keeps its URL secret', () => {
    const { url } = source('app-db=postgres://app:pa%24s@h/d', { inArgv: false })
    expect(url).toBeInstanceOf(Secret)
    expect((url as Secret).reveal()).toBe('postgres://app:pa%24s@h/d')
  })

  it.each([
    [
      'postgres://app:hunter2hunter2@h/d',
      'a source URL with a password on the command line is visible to every user',
    ],
    [
      'a=mysql://h/d?password=hunter2hunter2',
      'a source URL with a password on the command line is visible to every user',
    ],
    ['postgres://app:hunter2 hunter2@h:x/d', 'a source URL cannot be read'],
    ['oracle://h', 'there is no source oracle://'],
    ['Name=/x', 'Name is not a job name'],
    ['', 'a source is empty'],
  ])('%j', (text, message) => {
    const error = errorOf(() => source(text))
    expect(error).toMatchObject({ code: 'usage', message })
    expect(`${error.message}${error.hint}`).not.toContain('hunter2')
  })

  it('gets a free name where several would have the same', () => {
    const config = from({ sources: ['/a/www', '/b/www', 'www-2=/c', '/d/www'], destinations: ['/b'] })
    const paths = config.jobNames.map((name) => [
      name,
      (config.job(name).source.settings as { path: string }).path,
    ])
    expect(Object.fromEntries(paths)).toEqual({
      www: '/a/www',
      'www-2': '/c',
      'www-3': '/b/www',
      'www-4': '/d/www',
    })
  })
})

describe('a destination', () => {
  const destination = (text: string) => {
    const config = from({ destinations: [text] })
    return config.destination(config.destinationNames[0] ?? '')
  }

  it.each([
    ['./backups', { name: 'backups', settings: { type: 'filesystem', path: '/work/backups' } }],
    ['/', { name: 'local', settings: { path: '/' } }],
    ['s3://acme', { name: 'acme', settings: { type: 's3', bucket: 'acme' } }],
    [
      's3://acme-backups/prod/a%20b?region=eu-central-1&endpoint=https%3A%2F%2Fs3.example%3A9000&path-style=true',
      undefined,
    ],
    [
      's3://acme/prod/x/?region=eu-central-1&endpoint=https%3A%2F%2Fs3.example%3A9000&path-style=true',
      {
        name: 'acme',
        settings: {
          prefix: 'prod/x',
          region: 'eu-central-1',
          endpoint: 'https://s3.example:9000',
          'path-style': true,
        },
      },
    ],
    ['s3://acme?region=', { settings: { bucket: 'acme' } }],
    [
      'azure://account1/backup/a/b',
      {
        name: 'backup',
        settings: { type: 'azure', account: 'account1', container: 'backup', prefix: 'a/b' },
      },
    ],
    ['rclone:b2:bucket/path', { name: 'b2', settings: { type: 'rclone', remote: 'b2:bucket/path' } }],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(errorOf(() => destination(text)).code).toBe('config-invalid')
    else expect(destination(text)).toMatchObject(expected)
  })

  it.each([
    ['s3://', 'a destination URL names no bucket'],
    ['s3://b?regoin=x', 'a destination URL has no parameter regoin; did you mean region?'],
    ['s3://b?path-style=yes', 'path-style=yes is neither true nor false'],
    ['s3://key:hunter2hunter2@b/p', 'a destination URL holds credentials'],
    ['azure://account', 'a destination URL names no account or container'],
    ['azure://account/container?sv=1', 'a destination URL has no parameter sv'],
    ['gs://bucket', 'there is no destination gs://'],
    ['', 'a destination is empty'],
  ])('%j is refused', (text, message) => {
    const error = errorOf(() => destination(text))
    expect(error).toMatchObject({ code: 'usage', message })
    expect(`${error.message}${error.hint}`).not.toContain('hunter2')
  })
})
