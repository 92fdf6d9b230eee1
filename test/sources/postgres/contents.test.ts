import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { backUp, sourceContext, withStream } from '../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { postgresSettings } from './settings.ts'

describe.skipIf(!hasPostgres(15))('the contents of a dump', () => {
  let server: PostgresService
  let work: string
  beforeAll(async () => {
    server = await startPostgres()
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-contents-'))
    await server.query("create table items as select n, 'item ' || n as name from generate_series(1, 5000) n")
  })
  afterAll(async () => {
    await server?.stop()
    fs.rmSync(work, { recursive: true })
  })

  it.each(['custom', 'plain', 'directory'] as const)('of format %s are read to their end', async (format) => {
    const source = createPostgresSource(postgresSettings({ url: server.url(), globals: false, format }))
    const { link, file } = await backUp(source, join(work, format))
    const results = async (subject = link) =>
      (await source.contents?.(sourceContext(), [subject]))?.map(({ name, result }) => [name, result])
    expect(await results()).toEqual([['contents of dump', 'passed']])
    const whole = fs.readFileSync(file)
    const cut = withStream(link, () => Readable.from([whole.subarray(0, Math.floor(whole.length / 2))]))
    expect(await results(cut)).toEqual([['contents of dump', 'failed']])
  })
})
