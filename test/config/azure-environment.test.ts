import { describe, expect, it } from 'vitest'
import { loadConfig, renderTemplate } from '../../src/config/config.ts'
import { Secret } from '../../src/domain/secret.ts'
import { directoryWith, drivers, errorOf } from './support.ts'

const connection =
  'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=QUJD${X}==;EndpointSuffix=core.windows.net'

function fromEnvironment(environment: Record<string, string>, files = {}, backupDirectory?: string) {
  return loadConfig({ cwd: directoryWith(files), environment, drivers, backupDirectory })
}

describe('the environment alone', () => {
  it('describes a backup of a directory to Azure', () => {
    const config = fromEnvironment({ AZURE_STORAGE_CONNECTION_STRING: connection })
    expect(config.jobNames).toEqual(['backup'])
    const job = config.job('backup')
    expect(job.source.settings).toMatchObject({ type: 'directory', path: '/backup' })
    expect(job).toMatchObject({
      package: 'single',
      compression: { type: 'gzip', level: 9 },
      levels: [{ level: 0, slot: 'otherwise' }],
    })
    expect(job.to).toEqual([
      { name: 'azure', retention: { keepWithin: 30 * 86_400_000, requireProofs: 0, minimum: 1, weekDay: 0 } },
    ])
    const words = { basename: 'backup' }
    const name = renderTemplate(job.objectName ?? '', {
      words,
      now: new Date('2026-11-21T10:11:12Z'),
      timezone: 'UTC',
    })
    expect(name).toBe('backup_20261121101112.tgz')
    expect(config.encryption()).toMatchObject({ none: true, recipients: [] })
    const { settings } = config.destination('azure')
    expect(settings).toMatchObject({
      type: 'azure',
      container: 'backup',
      'connection-string': expect.any(Secret),
    })
    expect((settings as Record<string, Secret>)['connection-string']?.reveal()).toBe(connection)
  })

  it('takes every variable, from .env and from mounted files too', () => {
    const files = {
      '.env': 'AZURE_CONTAINER_NAME=nightly\nBACKUP_DIRECTORY=/ignored\nRETENTION_PERIOD_DAYS=7\n',
      'run/secret': `${connection}\n`,
    }
    const cwd = directoryWith(files)
    const environment = {
      AZURE_STORAGE_CONNECTION_STRING_FILE: `${cwd}/run/secret`,
      BACKUP_DIRECTORY: '/srv/My Data',
    }
    const config = loadConfig({ cwd, environment, drivers })
    expect(config.jobNames).toEqual(['my-data'])
    expect(config.job('my-data').retention).toMatchObject({ keepWithin: 7 * 86_400_000 })
    const { settings } = config.destination('azure')
    expect(settings).toMatchObject({ container: 'nightly' })
    expect((settings as Record<string, Secret>)['connection-string']?.reveal()).toBe(connection)
  })

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['CET-1CEST,M3.5.0,M10.5.0/3', 'UTC'],
    [':/etc/localtime', 'UTC'],
    ['', 'UTC'],
  ])('names its archives in the zone of TZ=%s: %s', (TZ, zone) => {
    expect(fromEnvironment({ AZURE_STORAGE_CONNECTION_STRING: connection, TZ }).timezone).toBe(zone)
  })

  it('lets a directory on the command line win', () => {
    const environment = { AZURE_STORAGE_CONNECTION_STRING: connection, BACKUP_DIRECTORY: '' }
    const config = fromEnvironment(environment, {}, 'data/${x}')
    expect(config.job('x').source.settings).toMatchObject({ path: `${config.directory}/data/\${x}` })
  })

  it('names all that are missing or empty together', () => {
    const error = errorOf(() =>
      fromEnvironment({ AZURE_CONTAINER_NAME: '', BACKUP_DIRECTORY: '', RETENTION_PERIOD_DAYS: '3' }),
    )
    expect(error.code).toBe('config-variable-missing')
    expect(error.message.split('\n')).toEqual([
      'AZURE_STORAGE_CONNECTION_STRING is not set',
      'AZURE_CONTAINER_NAME is not set',
      'BACKUP_DIRECTORY is not set',
    ])
    expect(error.hint).toContain(
      'AZURE_STORAGE_CONNECTION_STRING: ${{ secrets.AZURE_STORAGE_CONNECTION_STRING }}',
    )
  })

  it.each(['0', '-1', '30d', '1.5', 'x'])('refuses %s as a number of days', (days) => {
    const environment = { AZURE_STORAGE_CONNECTION_STRING: connection, RETENTION_PERIOD_DAYS: days }
    expect(errorOf(() => fromEnvironment(environment)).message).toBe(
      `RETENTION_PERIOD_DAYS is ${days}, which is no number of days`,
    )
  })

  it('names a mounted file that is not there', () => {
    const environment = { AZURE_STORAGE_CONNECTION_STRING_FILE: '/nowhere/secret' }
    expect(errorOf(() => fromEnvironment(environment))).toMatchObject({
      code: 'config-file-unreadable',
      message: 'cannot read /nowhere/secret, which AZURE_STORAGE_CONNECTION_STRING_FILE names',
    })
  })

  it('is not looked at where there is a file', () => {
    const files = { 'holdfast.yml': 'version: 1' }
    expect(fromEnvironment({ AZURE_STORAGE_CONNECTION_STRING: connection }, files).jobNames).toEqual([])
  })
})
