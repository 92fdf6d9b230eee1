import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { prepareChildren } from '../../../src/sources/postgres/connection/child.ts'
import { passfileOf, passwordIn } from '../../../src/sources/postgres/connection/passfile.ts'
import { passwordFor, resolveConnection } from '../../../src/sources/postgres/connection/resolve.ts'
import { parseUri } from '../../../src/sources/postgres/connection/uri.ts'
import { sourceContext } from '../../fakes/capture.ts'

describe('a database URL', () => {
  it.each([
    [
      'postgres://u:p%40ss@db:6543/app',
      { user: 'u', password: 'p@ss', host: 'db', port: '6543', dbname: 'app' },
    ],
    [
      'postgresql:///app?host=/run/pg&sslmode=require',
      { dbname: 'app', host: '/run/pg', sslmode: 'require' },
    ],
    [
      'postgres://a:1,b:2/x?target_session_attrs=standby',
      { host: 'a,b', port: '1,2', dbname: 'x', target_session_attrs: 'standby' },
    ],
    ['postgres://[::1]:5433/x?ssl=true', { host: '::1', port: '5433', dbname: 'x', sslmode: 'require' }],
    ['postgres://%2Ftmp/x', { host: '/tmp', dbname: 'x' }],
    ['postgres://', {}],
  ])('%s means what it means to libpq', (uri, parameters) => {
    expect(parseUri(uri)).toEqual(parameters)
  })

  it.each([
    'mysql://x/y',
    'postgres://u:p%zz-secret@h/x',
    'postgres://h:1:2/x',
    'postgres://u:p@secret/w@h/x',
    'postgres://h/x?no=1',
  ])('%s is refused without being shown', (uri) => {
    expect(() => parseUri(uri)).toThrow(expect.objectContaining({ code: 'usage' }))
    expect(() => parseUri(uri)).not.toThrow(/secret/)
  })
})

describe('pass files', () => {
  const key = { host: 'db', port: '5432', database: 'app', user: 'me' }
  it('give the password of the first line that fits', () => {
    const text = '# mine\nother:*:*:*:no\ndb:5432:app:me:a\\:b\\\\c\n*:*:*:*:last\n'
    expect(passwordIn(text, key)).toBe('a:b\\c')
    expect(passwordIn(text, { ...key, user: 'you' })).toBe('last')
    expect(passwordIn('db:1:app:me:x', key)).toBeUndefined()
    expect(passwordIn(passfileOf('a:b\\c'), key)).toBe('a:b\\c')
  })
})

describe('a connection', () => {
  it('is put together of URL, service, environment and pass file, and reaches children without its password', async () => {
    const home = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-home-'))
    try {
      fs.writeFileSync(join(home, '.pg_service.conf'), '[app]\nhost=db-1\nport=6000\nuser=service-user\n')
      fs.writeFileSync(join(home, '.pgpass'), 'db-1:6000:*:me:from-the-file\n', { mode: 0o600 })
      const context = sourceContext()
      const environment = { HOME: home, PGPORT: '7000', PGCONNECT_TIMEOUT: '9', PGPASSWORD: '', KEPT: '1' }
      const surroundings = { ...context, environment }
      const settings = await resolveConnection(new Secret('postgres://me@/x?service=app'), surroundings)
      expect(settings).toMatchObject({
        places: [{ host: 'db-1', port: 6000 }],
        user: 'me',
        database: 'x',
        parameters: { connect_timeout: '9' },
      })
      const [place] = settings.places
      if (place === undefined) throw new Error('no place')
      expect(passwordFor(settings, place, 'x')?.reveal()).toBe('from-the-file')
      const children = await prepareChildren(settings, place, environment)
      expect(children.conninfo("it's")).toContain("dbname='it\\'s'")
      expect(children.conninfo('x')).not.toContain('from-the-file')
      expect(children.environment).toEqual({ HOME: home, KEPT: '1', PGPASSFILE: expect.any(String) })
      const file = children.environment.PGPASSFILE ?? ''
      expect(fs.statSync(file).mode & 0o777).toBe(0o600)
      expect(fs.readFileSync(file, 'utf8')).toContain('from-the-file')
      await children.dispose()
      expect(fs.existsSync(file)).toBe(false)
      fs.chmodSync(join(home, '.pgpass'), 0o644)
      const open = await resolveConnection(new Secret('postgres://me@/x?service=app'), surroundings)
      expect(passwordFor(open, place, 'x')).toBeUndefined()
      expect(context.findings).toMatchObject([{ code: 'passfile-ignored' }])
    } finally {
      fs.rmSync(home, { recursive: true })
    }
  })
})
