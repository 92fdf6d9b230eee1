import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { systemClock } from '../../../src/process/clock.ts'
import type { DatabaseFingerprint, ServerFingerprint } from '../../../src/sources/fingerprint.ts'
import { compareFingerprints } from '../../../src/sources/fingerprint-compare.ts'
import { resolveConnection } from '../../../src/sources/postgres/connection/resolve.ts'
import { openSession } from '../../../src/sources/postgres/connection/session.ts'
import { fingerprintAgain } from '../../../src/sources/postgres/fingerprint/again.ts'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { backUp, sourceContext } from '../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, postgresPrograms } from '../../services/postgres-installation.ts'
import { makeRealData } from '../../services/real-data.ts'
import { postgresSettings } from './settings.ts'

async function look(server: PostgresService, database: string, recorded: DatabaseFingerprint) {
  const context = sourceContext()
  const settings = await resolveConnection(new Secret(server.url(database)), context)
  const session = await openSession(settings, context)
  try {
    return await fingerprintAgain(session, recorded, { clock: systemClock, serverMajor: server.major })
  } finally {
    await session.close()
  }
}

describe.skipIf(!hasPostgres(15, 17, 18))('the fingerprint of a database', () => {
  let work: string
  const servers = new Map<number, PostgresService>()
  const recorded = new Map<string, DatabaseFingerprint>()
  const files = new Map<string, string>()

  beforeAll(async () => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-fingerprint-'))
    const started = await Promise.all(([15, 17, 18] as const).map((major) => startPostgres({ major })))
    for (const server of started) servers.set(server.major, server)
    const server = servers.get(15) as PostgresService
    await makeRealData(server)
    for (const database of ['shop', 'archive']) {
      const source = createPostgresSource(postgresSettings({ url: server.url(database), globals: false }))
      const file = join(work, database)
      const { result, findings } = await backUp(source, file)
      expect(findings).toEqual([])
      expect(result.evidence).toBe('snapshot')
      const [found] = (result.fingerprint as ServerFingerprint).databases
      recorded.set(database, found as DatabaseFingerprint)
      files.set(database, file)
    }
    // A thousand tables are many on a busy machine.
  }, 300_000)
  afterAll(async () => {
    for (const server of servers.values()) await server.stop()
    fs.rmSync(work, { recursive: true })
  })

  function restore(server: PostgresService, from: string, to: string): void {
    const restorer = join(postgresPrograms(server.major === 15 ? 15 : 17) ?? '', 'pg_restore')
    execFileSync(
      restorer,
      ['--exit-on-error', '--no-owner', `--dbname=${server.url(to)}`, files.get(from) ?? ''],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  }

  it.each([15, 17, 18])(
    'is equal after a restore into PostgreSQL %i',
    async (major) => {
      const server = servers.get(major) as PostgresService
      for (const database of ['shop', 'archive']) {
        const copy = `${database}_copy`
        await server.query(`create database ${copy} template template0`)
        restore(server, database, copy)
        const before = recorded.get(database) as DatabaseFingerprint
        const checks = compareFingerprints(before, await look(server, copy, before))
        expect(checks.length).toBeGreaterThan(10)
        expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
        expect(checks.some(({ name }) => name === 'definitions')).toBe(major === 15)
      }
    },
    180_000,
  )

  it('finds one row that was changed, one that is gone, and a table and a default that are not as they were', async () => {
    const server = servers.get(15) as PostgresService
    const before = recorded.get('shop') as DatabaseFingerprint
    const failed = async (sql: string) => {
      await server.query(sql, 'shop_copy')
      const checks = compareFingerprints(before, await look(server, 'shop_copy', before))
      return checks.filter(({ result }) => result !== 'passed').map(({ name }) => name)
    }
    expect(await failed('update customers set profile = profile || \'{"n": 0}\' where id = 7')).toEqual([
      'table public.customers',
    ])
    expect(await failed('delete from without_key where ctid = (select min(ctid) from without_key)')).toEqual([
      'table public.customers',
      'table public.without_key',
    ])
    expect(await failed("alter table audit.log alter what set default 'x'; select setval('odd', 1)")).toEqual(
      [
        'table public.customers',
        'table public.without_key',
        'sequence public.odd',
        'structure',
        'definitions',
      ],
    )
    expect(await failed('drop table audit.log')).toContain('table audit.log')
  })
})
