import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceConformance } from '../../conformance/source-conformance.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { executable } from './fake-tool.ts'
import { fillBulk, fillShop } from './shop.ts'

let server: MariadbServer

beforeAll(async () => {
  server = await startMariadb()
  await fillShop(server)
  await fillBulk(server, 100_000_000)
})
afterAll(() => server?.stop())

const sourceOf = (database: string, tool = 'auto') => {
  const settings = mysqlConfig.parse({ type: 'mysql', url: server.url, databases: [database] })
  return createMysqlSource({ ...settings, tool: tool as 'auto' })
}

/** As a client that loses its connection: something of a dump, and an end with an error. */
const broken = `if (process.argv.includes('--version')) console.log('mariadb-dump  Ver 10.19 Distrib 10.11.19-MariaDB, for x')
else { process.stdout.write('-- MariaDB dump\\n'); process.exitCode = 3 }`

sourceConformance('mysql', async (directory) => ({
  source: sourceOf('shop'),
  failing: sourceOf('shop', await executable(join(directory, 'mariadb-dump'), broken)),
  slow: sourceOf('bulk'),
  isRestored: async (target) => {
    const text = await readFile(target, 'utf8')
    return text.includes('INSERT INTO `customers` VALUES') && text.endsWith('-- Dump completed\n')
  },
}))
