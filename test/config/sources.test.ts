import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { drivers } from './support.ts'

const parse = (type: string, keys: object) => drivers.sources[type]?.safeParse({ type, ...keys })
const issues = (type: string, keys: object) =>
  parse(type, keys)?.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('the schema of', () => {
  it('postgres knows every key', () => {
    const keys = {
      url: 'postgresql://u:secret-pw@h/d',
      method: 'dump',
      format: 'directory',
      globals: false,
      databases: ['a'],
      schemas: ['b'],
      tables: ['c'],
      'exclude-table-data': ['d'],
      client: { image: 'postgres:17' },
      jobs: 4,
      fingerprint: 'counts',
      budget: '2m',
      'lock-wait-timeout': '30s',
      'max-stall': '10m',
      container: 'db',
      service: 'postgresql',
      server: { stop: ['stop'], start: ['start'] },
    }
    const { url, ...rest } = keys
    expect(parse('postgres', keys)?.data).toEqual({
      type: 'postgres',
      url: expect.any(Secret),
      ...Object.fromEntries(Object.entries(rest).filter(([key]) => !/-|budget/.test(key))),
      excludeTableData: ['d'],
      budget: 120_000,
      lockWaitTimeout: 30_000,
      maxStall: 600_000,
    })
    expect(url).toContain('secret-pw')
  })

  it('postgres refuses what a copy of the whole server would not heed', () => {
    const keys = { url: 'postgres://h/d', method: 'physical', databases: ['a'], tables: ['b'] }
    expect(issues('postgres', keys)).toEqual([
      'databases: belongs to dumps; method: physical copies the whole server',
      'tables: belongs to dumps; method: physical copies the whole server',
    ])
  })

  it('mysql knows every key', () => {
    const keys = {
      method: 'physical',
      tool: 'mariabackup',
      host: 'h',
      port: 3306,
      socket: '/run/mysqld.sock',
      user: 'u',
      password: 'secret-pw',
      databases: ['a'],
      datadir: '/var/lib/mysql',
      via: 'exec',
      container: 'c',
      'docker-command': 'podman',
      'max-lock': '60s',
      'max-stall': '10m',
      'lock-all-tables': true,
      'safety-dir': '/safe',
    }
    expect(parse('mysql', keys)?.data).toMatchObject({
      password: expect.any(Secret),
      dockerCommand: ['podman'],
      maxLock: 60_000,
      lockAllTables: true,
      safetyDir: '/safe',
    })
  })

  it.each([
    ['mysql', { user: 'u' }, ['url: needed, or host, socket or container']],
    ['mysql', { url: 'mysql://h', via: 'exec' }, ['container: needed beside via: exec']],
    ['mysql', { host: 'h', port: 70_000 }, ['port: Too big: expected number to be <=65535']],
    ['postgres', { url: 'mysql://h' }, ['url: not a database URL; it begins with postgres://']],
    ['postgres', { url: 'postgres://h', budget: '5' }, ['budget: not a duration; write 30s, 5m or 24h']],
    ['zfs', { dataset: '-R' }, ['dataset: not a dataset; write pool/dataset, without @snapshot']],
    ['zfs', { dataset: 'tank/a@b' }, ['dataset: not a dataset; write pool/dataset, without @snapshot']],
    ['directory', { path: 'a\0b' }, ['path: a path cannot hold a NUL']],
    [
      'command',
      { run: ['x'], 'media-type': 'x' },
      ['media-type: not a media type; write for example application/x-mongodump'],
    ],
  ])('%s refuses %o', (type, keys, expected) => {
    expect(issues(type, keys)).toEqual(expected)
  })

  it.each([true, false, 'auto'])('zfs takes raw: %s', (raw) => {
    expect(parse('zfs', { dataset: 'tank', raw, 'snapshot-name': 'hf-{id}' })?.data).toMatchObject({
      raw,
      snapshotName: 'hf-{id}',
    })
  })
})
