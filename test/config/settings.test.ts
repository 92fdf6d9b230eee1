import { describe, expect, it } from 'vitest'
import type { RetentionRules } from '../../src/domain/retention.ts'
import { Secret } from '../../src/domain/secret.ts'
import { directorySource, errorOf, fixture, job, load } from './support.ts'

const environment = {
  APP_DATABASE_URL: 'postgres://app:s3cret-app@db/app',
  AZURE_STORAGE_CONNECTION_STRING: 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b',
  MYSQL_PWD: 'mysql-password',
  SLACK_URL: 'https://hooks.slack.example/1',
  STAGING_DATABASE_URL: 'postgres://staging/db',
  HOLDFAST_IDENTITY: 'AGE-SECRET-KEY-1TEST',
}

describe('the complete example', () => {
  const config = () => load(fixture('complete.yml'), environment)

  it('has all jobs with their settings', () => {
    const { jobNames, timezone } = config()
    expect(jobNames).toEqual(['app-db', 'home', 'shop', 'tank', 'mongo'])
    expect(timezone).toBe('Europe/Berlin')
    expect(jobNames.map((name) => config().job(name).source)).toMatchSnapshot()
    expect({ ...config().job('app-db'), source: undefined }).toMatchSnapshot()
    expect({ ...config().job('tank'), source: undefined }).toMatchSnapshot()
  })

  it('has all destinations', () => {
    const { destinationNames, destination } = config()
    expect(destinationNames).toEqual(['local', 'offsite', 'azure', 'elsewhere'])
    expect(destination('local')).toEqual({
      name: 'local',
      type: 'filesystem',
      settings: { type: 'filesystem', path: '/var/backups/holdfast', mode: 0o600 },
    })
    expect(destination('offsite')).toMatchObject({ type: 's3', bandwidth: 50 * 2 ** 20 })
    expect(destination('azure').settings).toMatchObject({ 'connection-string': expect.any(Secret) })
    expect(destination('elsewhere').settings).toEqual({ type: 'rclone', remote: 'b2:bucket/path' })
  })

  it('has what keys, notifiers, targets and metrics need', () => {
    const all = config()
    expect(all.encryption().recipients).toHaveLength(1)
    expect(all.encryption()).toMatchObject({ none: false, passphrase: undefined })
    expect(all.identity()?.reveal()).toBe('AGE-SECRET-KEY-1TEST')
    expect(all.stateIdentity()).toBeUndefined()
    expect(all.signing().key).toBeUndefined()
    expect(all.signing().trust).toEqual([`ed25519:${'A'.repeat(43)}`])
    expect(all.target('staging').reveal()).toBe('postgres://staging/db')
    expect(all.notifierNames).toEqual(['ops', 'hc'])
    expect(all.notifier('ops').settings).toMatchObject({
      on: ['failure', 'recovery', 'stale', 'proof-failed', 'anomaly'],
    })
    expect(all.notifier('hc').settings).toMatchObject({ startUrl: expect.any(Secret) })
    expect(all.metrics()).toEqual({
      textfile: '/var/lib/node_exporter/holdfast.prom',
      pushgateway: expect.any(Secret),
    })
  })
})

describe('a usual file', () => {
  it('gives each job the defaults', () => {
    const config = load(fixture('usual.yml'), environment)
    const rules = { keepDaily: 7, keepWeekly: 4, keepMonthly: 6, requireProofs: 1, minimum: 1, weekDay: 0 }
    for (const name of ['app-db', 'home']) {
      expect(config.job(name)).toMatchObject({ every: 86_400_000, grace: 21_600_000, retention: rules })
      expect(config.job(name).to).toEqual([{ name: 'offsite', retention: rules }])
    }
    expect(config.job('app-db').verify).toEqual({
      depth: 'restore',
      every: 7 * 86_400_000,
      checks: [{ sql: 'select count(*) from users', min: 1 }],
    })
    expect(config.job('home').verify).toBeUndefined()
  })
})

describe('defaults', () => {
  it('of a job with nothing but source and destination', () => {
    const { source, ...rest } = load(job(directorySource)).job('home')
    expect(source.settings).toEqual({
      type: 'directory',
      path: '/srv/home',
      exclude: [],
      oneFileSystem: false,
      onUnreadable: 'partial',
      format: 'tar',
    })
    expect(rest).toMatchSnapshot()
  })

  it.each([
    [
      'directory, path: /x',
      [
        ['monthly', 0],
        ['otherwise', 1],
      ],
    ],
    [
      'zfs, dataset: tank/a',
      [
        ['monthly', 0],
        ['otherwise', 1],
      ],
    ],
    ['command, run: [date]', [['otherwise', 0]]],
    ['postgres, url: "postgres://h/d"', [['otherwise', 0]]],
    ['postgres, url: "postgres://h/d", method: physical', [['otherwise', 0]]],
  ])('of levels for %s', (source, expected) => {
    const { levels } = load(job(`source: { type: ${source} }`)).job('home')
    expect(levels.map(({ slot, level }) => [slot, level])).toEqual(expected)
  })

  it.each([
    ['postgres, url: "postgres://h/d"', [4096, 'fail']],
    ['mysql, url: "mysql://h/d"', [4096, 'fail']],
    ['mysql, url: "mysql://h/d", method: physical', undefined],
    ['directory, path: /x', undefined],
  ])('of the least size for %s', (source, expected) => {
    const { minSize } = load(job(`source: { type: ${source} }`)).job('home').guards
    expect(minSize && [minSize.limit, minSize.then]).toEqual(expected)
  })

  it('yield to the job key by key', () => {
    const config = load(
      job(
        `${directorySource}\nretention: { keep-last: 2 }`,
        'defaults: { tags: [a], retention: { keep-daily: 9 } }\n',
      ),
    )
    expect(config.job('home').tags).toEqual(['a'])
    expect(config.job('home').retention).toEqual({ keepLast: 2, requireProofs: 0, minimum: 1, weekDay: 0 })
  })

  it.each([
    ['gzip', { type: 'gzip', level: 6 }],
    ['{ type: gzip, level: 9 }', { type: 'gzip', level: 9 }],
    ['zstd', { type: 'zstd', level: 3 }],
    ['none', { type: 'none' }],
    ['{ type: none }', { type: 'none' }],
  ])('of compression: %s', (written, expected) => {
    expect(load(job(`${directorySource}\ncompression: ${written}`)).job('home').compression).toEqual(expected)
  })
})

describe('retention at a destination', () => {
  const at = (to: string, more: string): RetentionRules | undefined => {
    const text = `version: 1
destinations: { local: { type: filesystem, path: /b } }
jobs: { a: { source: { type: directory, path: /x }, to: [${to}]${more} } }`
    return load(text).job('a').to[0]?.retention
  }

  it.each<[string, string, string, RetentionRules | undefined]>([
    ['nothing: nothing is deleted', 'local', '', undefined],
    [
      'the job alone',
      'local',
      ', retention: { keep-daily: 7 }',
      { keepDaily: 7, requireProofs: 0, minimum: 1, weekDay: 0 },
    ],
    [
      'its own rules replace those of the job, whose floors and calendar stay',
      '{ name: local, retention: { keep-last: 0 } }',
      ', retention: { keep-daily: 7, minimum: 3, require-proofs: 2, week-day: monday, month-day: 31 }',
      { keepLast: 0, requireProofs: 2, minimum: 3, weekDay: 1, monthDay: 31 },
    ],
    [
      'floors of its own with the rules of the job',
      '{ name: local, retention: { minimum: 5 } }',
      ', retention: { keep-within: 30d, keep-tags: { release: forever, try: 2d } }',
      {
        keepWithin: 30 * 86_400_000,
        keepTags: { release: 'forever', try: 2 * 86_400_000 },
        requireProofs: 0,
        minimum: 5,
        weekDay: 0,
      },
    ],
    ['floors alone keep everything', '{ name: local, retention: { minimum: 5 } }', '', undefined],
    [
      'verify asks for a proof',
      'local',
      ', retention: { keep-last: 1 }, verify: {}',
      { keepLast: 1, requireProofs: 1, minimum: 1, weekDay: 0 },
    ],
    [
      'unless that is said otherwise',
      'local',
      ', retention: { keep-last: 1, require-proofs: 0 }, verify: {}',
      { keepLast: 1, requireProofs: 0, minimum: 1, weekDay: 0 },
    ],
  ])('%s', (_, to, more, expected) => {
    expect(at(to, more)).toEqual(expected)
  })
})

describe('names that do not exist', () => {
  it('are told with the nearest', () => {
    const config = load(fixture('complete.yml'), environment)
    expect(errorOf(() => config.job('app-bd'))).toMatchObject({
      code: 'job-unknown',
      message: 'there is no job app-bd; did you mean app-db?',
    })
    expect(errorOf(() => config.destination('off-site'))).toMatchObject({ code: 'destination-unknown' })
    expect(errorOf(() => config.target('stagin'))).toMatchObject({
      code: 'target-unknown',
      message: 'there is no target stagin; did you mean staging?',
    })
    expect(errorOf(() => load('version: 1').job('a')).hint).toBe('There is no job yet; add one.')
  })
})

describe('encryption', () => {
  const encryption = (more: string, env = {}) => load(job(directorySource, more), env).encryption()

  it('needs somebody who can read, once something is encrypted', () => {
    const nobody = encryption('')
    expect(nobody.none).toBe(false)
    expect(nobody.passphrase).toBeUndefined()
    expect(errorOf(() => nobody.recipients).code).toBe('recipient-missing')
    expect(errorOf(() => encryption('encryption: { recipients: ["${R:-}"] }\n').recipients).code).toBe(
      'recipient-missing',
    )
  })

  it('may be none, or a passphrase alone', () => {
    expect(encryption('encryption: none\n')).toMatchObject({
      none: true,
      recipients: [],
      passphrase: undefined,
    })
    const alone = encryption('encryption: { passphrase: "${P}" }\n', { P: 'correct horse' })
    expect(alone.recipients).toEqual([])
    expect(alone.passphrase?.reveal()).toBe('correct horse')
  })

  it('reads an identity from a file beside the configuration', () => {
    const text = job(directorySource, 'encryption: { identity-file: keys/identity.txt }\n')
    const config = load(text, {}, { 'keys/identity.txt': '# mine\nAGE-SECRET-KEY-1X\n' })
    expect(config.identity()?.reveal()).toBe('# mine\nAGE-SECRET-KEY-1X\n')
    expect(errorOf(() => load(text).identity())).toMatchObject({ code: 'config-file-unreadable' })
    expect(load(text).jobNames).toEqual(['home'])
  })
})

describe('paths', () => {
  it('start in the directory of the file, or at home', () => {
    const text = `version: 1
destinations: { local: { type: filesystem, path: ./backups } }
metrics: { textfile: out.prom }
jobs:
  a:
    source: { type: directory, path: "~/data" }
    to: [local]
    spool: spool
    scratch-dir: /scratch
    log: { file: log/a.log }
`
    const config = load(text, { HOME: '/home/me' })
    const { directory } = config
    expect(config.destination('local').settings).toMatchObject({ path: `${directory}/backups` })
    expect(config.metrics().textfile).toBe(`${directory}/out.prom`)
    expect(config.job('a').source.settings).toMatchObject({ path: '/home/me/data' })
    expect(config.job('a')).toMatchObject({
      spool: `${directory}/spool`,
      scratchDir: '/scratch',
      log: { file: `${directory}/log/a.log`, keep: 5 },
    })
  })
})
