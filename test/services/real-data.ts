import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresService } from './postgres.ts'

const folder = join(import.meta.dirname, 'real-data')

/** The databases that are made. */
const realDatabases = ['shop', 'archive'] as const

/**
 * Makes two databases like people have them, each of about `megabytes`: see the SQL beside. Without ICU or XML in the server
 * nothing is left out: then it fails.
 */
export async function makeRealData(
  server: Pick<PostgresService, 'query'>,
  { megabytes = 0, only = realDatabases }: { megabytes?: number; only?: readonly string[] } = {},
): Promise<void> {
  for (const database of only) {
    const sql = readFileSync(join(folder, `${database}.sql`), 'utf8')
    await server.query(`create database ${database} template template0`)
    await server.query(sql.replaceAll(':scale', String(megabytes)), database)
  }
}
