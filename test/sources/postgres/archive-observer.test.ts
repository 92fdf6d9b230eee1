import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchiveObserver } from '../../../src/sources/postgres/dump/archive-observer.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, postgresPrograms } from '../../services/postgres-installation.ts'

function observe(archive: Buffer, chunk: number): void {
  const observer = createArchiveObserver('dump')
  for (let at = 0; at < archive.length; at += chunk) observer.write(archive.subarray(at, at + chunk))
  observer.end()
}

describe.skipIf(!hasPostgres(15, 17))('the observer of archives', () => {
  let server: PostgresService
  beforeAll(async () => {
    server = await startPostgres()
    await server.query(
      `create table a (id int, t text); insert into a select n, repeat('x', n) from generate_series(1, 300) n;
      create table empty (id int); create view v as select 1; comment on table a is 'with words';
      select lo_from_bytea(0, '\\x010203'), lo_create(0), lo_from_bytea(0, decode(repeat('ab', 10000), 'hex'))`,
    )
  })
  afterAll(() => server?.stop())

  const archive = (major: 15 | 17) =>
    execFileSync(join(postgresPrograms(major) ?? '', 'pg_dump'), [
      '--format=custom',
      '--compress=0',
      `--dbname=${server.url()}`,
    ])

  it.each([15, 17] as const)('passes what pg_dump %i wrote, however it is cut into chunks', (major) => {
    const whole = archive(major)
    for (const chunk of [1, 7, 4096, whole.length]) expect(() => observe(whole, chunk)).not.toThrow()
  })

  it.each([15, 17] as const)('refuses every shorter archive of pg_dump %i', (major) => {
    const whole = archive(major)
    const lengths = Array.from({ length: 60 }, (_, at) => Math.floor((whole.length * at) / 60))
    for (const length of [...lengths, whole.length - 1, whole.length - 5]) {
      expect(() => observe(whole.subarray(0, length), 1000), `${length} bytes`).toThrow(
        expect.objectContaining({ code: 'source-truncated' }),
      )
    }
  })

  it('refuses what is no archive, and passes archives of a version that it does not know', () => {
    expect(() => observe(Buffer.from('-- PostgreSQL database dump'), 9)).toThrow('ended before it was whole')
    expect(() => observe(Buffer.alloc(0), 9)).toThrow('ended before it was whole')
    const future = Buffer.from(archive(15))
    future[6] = 99
    expect(() => observe(future, 5000)).not.toThrow()
  })
})
