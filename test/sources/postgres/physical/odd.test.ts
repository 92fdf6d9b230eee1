import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Chain, SourceContext } from '../../../../src/domain/source.ts'
import { createPostgresSource } from '../../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../../fakes/capture.ts'
import { type Docker, startDocker } from '../../../services/docker.ts'
import { type PostgresService, startPostgres } from '../../../services/postgres.ts'
import { hasPostgres } from '../../../services/postgres-installation.ts'
import { startPostgresOn } from '../../../services/postgres-on.ts'
import { loadServiceImage } from '../../../services/service-images.ts'
import { postgresSettings } from '../settings.ts'
import { backUpStreams } from './back-up.ts'
import { makeAccounts, soundSql } from './writers.ts'

const rows = 1000

let work: string
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-pg-odd-'))
  chmodSync(work, 0o755)
})
afterEach(() => rmSync(work, { recursive: true, force: true }))

function host(environment: Readonly<Record<string, string>>): SourceContext {
  const context = sourceContext()
  return {
    ...context,
    stateDirectory: work,
    scratch: work,
    environment: { ...context.environment, ...environment },
  }
}
const sourceOf = (url: string) => createPostgresSource(postgresSettings({ url, method: 'physical' }))
const into = (path: string) => ({ target: { type: 'datadir', path }, include: [], overwrite: false }) as const

describe.skipIf(!hasPostgres(17))('a server of 17 with odd things', { timeout: 180_000 }, () => {
  let server: PostgresService
  let place: string
  const onPath = () => host({ PATH: `${server.programs}:${process.env.PATH}` })

  beforeAll(async () => {
    server = await startPostgres({
      major: 17,
      settings: {
        summarize_wal: 'on',
        max_prepared_transactions: '5',
        archive_mode: 'on',
        archive_command: "'false'",
      },
      initdb: ['--data-checksums'],
    })
    await makeAccounts(server, 'shop', rows)
    place = mkdtempSync(join(tmpdir(), 'holdfast-pg-a=b-'))
    const { uid, gid } = statSync(server.data)
    chownSync(place, uid, gid)
    await server.query(`create tablespace beside location '${place}'`)
    await server.query('create table far (id int primary key, name text) tablespace beside', 'shop')
    await server.query("insert into far select n, 'row ' || n from generate_series(1, 5000) n", 'shop')
    await server.query('alter role postgres rename to "the boss"').catch(() => undefined)
    await server.query('create role other superuser')
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(place, { recursive: true, force: true })
  })

  it('is copied with tablespaces, increments, prepared transactions and checksums, and proven', async () => {
    const source = sourceOf(server.url('shop'))
    const full = await backUpStreams(source, work, { context: onPath() })
    await server.query(
      "begin; update far set name = 'new' where id = 7; prepare transaction 'left open'",
      'shop',
    )
    await server.query('update far set name = $1 where id = 9', 'shop', ['changed'])
    const { link, level, fullBecause } = await backUpStreams(source, work, {
      context: onPath(),
      level: 1,
      parent: full.parent,
    })
    await server.query("rollback prepared 'left open'", 'shop')
    expect([level, fullBecause]).toEqual([1, undefined])
    expect(link.description).toMatchObject({ checksums: true, tablespaces: 1 })
    const chain: Chain = [full.link, link]

    const scratch = mkdtempSync(join(work, 'scratch-'))
    const live = readdirSync(place)
    const { checks, tables } = await source.drill(onPath(), chain, { scratch })
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(checks.map(({ name }) => name)).toContain('combined backup')
    expect(tables).toBe(3)

    await source.restore(onPath(), chain, into(join(work, 'restored')))
    expect(readdirSync(work).filter((name) => name.startsWith('holdfast-restore'))).toEqual([])
    const copy = await startPostgresOn(join(work, 'restored'), 17)
    try {
      expect(await copy.query('select name from far where id in (7, 9) order by id', 'shop')).toEqual([
        { name: 'row 7' },
        { name: 'changed' },
      ])
      expect(await copy.query('select gid from pg_prepared_xacts')).toEqual([{ gid: 'left open' }])
    } finally {
      await copy.stop()
    }
    expect(readdirSync(place)).toEqual(live)
  })
})

describe.skipIf(!hasPostgres(15))('a standby', { timeout: 180_000 }, () => {
  let primary: PostgresService

  beforeAll(async () => {
    // Without it no standby can be copied.
    primary = await startPostgres({ settings: { full_page_writes: 'on' } })
    await makeAccounts(primary, 'shop', rows)
  })
  afterAll(() => primary?.stop())

  it('is copied like a primary, and what is restored stands on its own', async () => {
    const { link } = await backUpStreams(sourceOf(primary.url('shop')), work, { context: host({}) })
    const place = join(work, 'standby')
    await sourceOf(primary.url('shop')).restore(host({}), [link], into(place))
    writeFileSync(join(place, 'standby.signal'), '')
    appendFileSync(
      join(place, 'postgresql.auto.conf'),
      `primary_conninfo = 'host=${primary.socket} port=${primary.port} user=postgres'\n`,
    )
    const standby = await startPostgresOn(place, 15)
    try {
      const source = sourceOf(standby.socketUrl('shop'))
      await primary.query('insert into moves default values', 'shop')
      await expect
        .poll(async () => (await standby.query('select count(*)::int as count from moves', 'shop'))[0])
        .toEqual({ count: 1 })
      const findings = await source.preflight(host({}))
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      const copied = await backUpStreams(source, work, { context: host({}) })
      expect(copied.link.description).toMatchObject({ standby: true })
      const scratch = mkdtempSync(join(work, 'scratch-'))
      const { checks } = await source.drill(host({}), [copied.link], { scratch })
      expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
      const path = join(work, 'alone')
      const { warnings } = await source.restore(host({}), [copied.link], into(path))
      expect(warnings).toMatchObject([{ code: 'standby-alone' }])
      const alone = await startPostgresOn(path, 15)
      try {
        expect(await alone.query('select pg_is_in_recovery() as follows')).toEqual([{ follows: false }])
        expect(await alone.query(soundSql, 'shop')).toMatchObject([{ sound: true, moves: 1 }])
      } finally {
        await alone.stop()
      }
    } finally {
      await standby.stop()
    }
  })
})

describe.skipIf(!hasPostgres(15) || process.getuid?.() !== 0)('in a container', { timeout: 180_000 }, () => {
  let server: PostgresService
  let docker: Docker

  beforeAll(async () => {
    server = await startPostgres()
    await makeAccounts(server, 'shop', rows)
    docker = await startDocker()
    await loadServiceImage(docker, 'postgres', 'postgres:15', 15)
  }, 180_000)
  afterAll(async () => {
    await docker?.stop()
    await server?.stop()
  })

  it('a copy is proven, and nothing of it stays', async () => {
    const source = sourceOf(server.url('shop'))
    const { link } = await backUpStreams(source, work, { context: host({}) })
    const scratch = mkdtempSync(join(work, 'scratch-'))
    const context = host(docker.environment)
    const { checks, versions } = await source.drill(context, [link], {
      scratch,
      server: { type: 'docker' },
      inspect: async ({ query }) => {
        expect(await query?.('select count(*) from accounts')).toBe(String(rows))
        return []
      },
    })
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(checks.map(({ name }) => name)).toContain('tables')
    expect(versions?.postgres).toMatch(/^15\./)
    expect((await docker.run(['ps', '--all', '--quiet'])).stdout).toBe('')
    expect(readdirSync(scratch)).toEqual([])
    const absent = await source.drill(context, [link], {
      scratch,
      server: { type: 'image', image: 'holdfast.invalid/postgres:{major}' },
    })
    expect(absent.checks).toMatchObject([{ name: 'server', result: 'inconclusive' }])
  })
})
