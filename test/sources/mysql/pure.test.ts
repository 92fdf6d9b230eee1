import { describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { parseAddress } from '../../../src/sources/mysql/connection/address.ts'
import { optionFileText } from '../../../src/sources/mysql/connection/option-file.ts'
import { dumpArgs } from '../../../src/sources/mysql/logical/argv.ts'
import { coordinatesIn, createDumpObserver, hasTrailer } from '../../../src/sources/mysql/logical/observer.ts'
import { selectFrom } from '../../../src/sources/mysql/restore/select.ts'
import {
  parseServerVersion,
  parseToolVersion,
  type Version,
} from '../../../src/sources/mysql/server/flavor.ts'
import { globalRights, may } from '../../../src/sources/mysql/server/grants.ts'

describe('versions', () => {
  it.each([
    ['10.11.19-MariaDB-0+deb12u1-log', 'mariadb', '10.11.19'],
    ['5.5.5-10.6.2-MariaDB', 'mariadb', '10.6.2'],
    ['11.4.2-MariaDB-ubu2404', 'mariadb', '11.4.2'],
    ['8.0.36-0ubuntu0.22.04.1', 'mysql', '8.0.36'],
    ['8.4.0', 'mysql', '8.4.0'],
    ['5.7.44-log', 'mysql', '5.7.44'],
  ])('reads that of the server %s', (text, flavor, version) => {
    expect(parseServerVersion(text)).toMatchObject({ flavor, text: version })
  })

  it.each([
    [
      'mariadb-dump  Ver 10.19 Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)',
      'mariadb',
      '10.11.19',
    ],
    ['mariadb-dump from 11.4.2-MariaDB, client 10.19 for Linux (x86_64)', 'mariadb', '11.4.2'],
    [
      'mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)',
      'mariadb',
      '10.11.19',
    ],
    [
      'mariadb-backup based on MariaDB server 10.11.19-MariaDB debian-linux-gnu (x86_64)',
      'mariadb',
      '10.11.19',
    ],
    ['mysqldump  Ver 8.0.36 for Linux on x86_64 (MySQL Community Server - GPL)', 'mysql', '8.0.36'],
    ['mysqldump  Ver 10.13 Distrib 5.7.44, for Linux (x86_64)', 'mysql', '5.7.44'],
    [
      'xtrabackup version 8.0.35-31 based on MySQL server 8.0.35 Linux (x86_64) (revision id: 55ec21d7)',
      'mysql',
      '8.0.35',
    ],
  ])('reads that of the tool %s', (text, flavor, version) => {
    expect(parseToolVersion(text)).toMatchObject({ flavor, text: version })
  })
})

const version = (text: string) => parseServerVersion(text) as Version
const argsOf = (client: string, server: string, more = {}) =>
  dumpArgs({
    client: version(client),
    server: version(server),
    optionFile: '/tmp/x/client.cnf',
    databases: ['-odd', 'shop'],
    lockAllTables: false,
    coordinates: true,
    ...more,
  })

describe('the arguments of a dump', () => {
  it('name the option file first, and databases last, where none can be taken for a flag', () => {
    const args = argsOf('10.11.19-MariaDB', '10.11.19-MariaDB')
    expect(args[0]).toBe('--defaults-extra-file=/tmp/x/client.cnf')
    expect(args.slice(-4)).toEqual(['--databases', '--', '-odd', 'shop'])
    expect(args).toEqual(
      expect.arrayContaining(['--single-transaction', '--hex-blob', '--no-tablespaces', '--master-data=2']),
    )
    expect(args.join(' ')).not.toMatch(/column-statistics|gtid-purged/)
  })

  it('know what clients of MySQL need', () => {
    expect(argsOf('8.0.36', '8.0.36')).toEqual(
      expect.arrayContaining(['--column-statistics=0', '--set-gtid-purged=OFF', '--source-data=2']),
    )
    const old = argsOf('5.7.44', '5.7.44')
    expect(old).toContain('--master-data=2')
    expect(old).not.toContain('--column-statistics=0')
  })

  it('lock all tables, or ask for no coordinates, where told to', () => {
    const args = argsOf('8.0.36', '8.0.36', { lockAllTables: true, coordinates: false })
    expect(args).toContain('--lock-all-tables')
    expect(args.join(' ')).not.toMatch(/single-transaction|-data=2/)
  })
})

describe('what passes of a dump', () => {
  it('shows coordinates of either spelling', () => {
    expect(coordinatesIn("-- CHANGE MASTER TO MASTER_LOG_FILE='bin.000002', MASTER_LOG_POS=322;")).toEqual({
      file: 'bin.000002',
      position: 322,
    })
    expect(coordinatesIn("-- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='b.1', SOURCE_LOG_POS=4;")).toEqual(
      { file: 'b.1', position: 4 },
    )
    expect(coordinatesIn('-- MariaDB dump')).toBeUndefined()
  })

  it('has its last line, in whatever pieces it comes', () => {
    expect(hasTrailer('x\n-- Dump completed\n')).toBe(true)
    expect(hasTrailer('x\n-- Dump completed on 2026-11-26 10:00:00\n')).toBe(true)
    expect(hasTrailer("INSERT INTO t VALUES ('\\n-- Dump completed');\n")).toBe(false)
    const observer = createDumpObserver('mariadb-dump')
    for (const piece of ['CREATE TABLE;\n-- Du', 'mp comp', 'leted\n']) observer.write(Buffer.from(piece))
    observer.end()
    expect(observer.ended()).toBe(true)
    const cut = createDumpObserver('mariadb-dump')
    cut.write(Buffer.from('CREATE TABLE;\n-- Dump compl'))
    expect(() => cut.end()).toThrow(expect.objectContaining({ code: 'source-truncated' }))
  })
})

describe('an address', () => {
  it('comes from a URL, decoded', () => {
    const url = new Secret(
      'mariadb://back%40up:p%23ss%22w%5Cord@db.example:3307/shop?ssl-mode=VERIFY_CA&ssl-ca=/ca.pem',
    )
    const address = parseAddress(url)
    expect(address).toMatchObject({
      host: 'db.example',
      port: 3307,
      user: 'back@up',
      database: 'shop',
      tls: 'verify-ca',
    })
    expect(address.password?.reveal()).toBe('p#ss"w\\ord')
    expect(optionFileText(address, 'mysql')).toBe(
      [
        '[client]',
        'user="back@up"',
        'password="p#ss\\"w\\\\ord"',
        'host="db.example"',
        'port=3307',
        'protocol=tcp',
        'ssl-mode=VERIFY_CA',
        'ssl-ca="/ca.pem"',
        '',
      ].join('\n'),
    )
    expect(optionFileText(address, 'mariadb')).toContain('ssl\nskip-ssl-verify-server-cert\n')
  })

  it('refuses what it does not know, without showing the URL', () => {
    for (const text of [
      'mysql://u:hidden-password@h/?sslmode=off',
      'mysql://u:hidden-password@h/?ssl-mode=maybe',
    ]) {
      expect(() => parseAddress(new Secret(text))).toThrow(
        expect.objectContaining({ code: 'usage', message: expect.not.stringContaining('hidden-password') }),
      )
    }
  })
})

it('reads rights of the whole server only', () => {
  const rights = globalRights([
    "GRANT SELECT, RELOAD, BINLOG MONITOR ON *.* TO `b`@`%` IDENTIFIED BY PASSWORD '*X'",
    'GRANT ALL PRIVILEGES ON `shop`.* TO `b`@`%`',
  ])
  expect([may(rights, 'SELECT'), may(rights, 'REPLICATION CLIENT'), may(rights, 'EVENT')]).toEqual([
    true,
    true,
    false,
  ])
  expect(may(globalRights(['GRANT ALL PRIVILEGES ON *.* TO `root`@`%`']), 'EVENT')).toBe(true)
})

const dump = `/*M!999999\\- enable the sandbox mode */ 
-- MariaDB dump
SET NAMES utf8mb4;

--
-- Current Database: \`one\`
--

CREATE DATABASE \`one\`;

USE \`one\`;

--
-- Table structure for table \`a\`
--

CREATE TABLE a;
--
-- Dumping data for table \`a\`
--

INSERT INTO a VALUES ('
-- Current Database: \`two\`
');
--
-- Table structure for table \`b\`
--

CREATE TABLE b;
--
-- Dumping routines for database 'one'
--
CREATE PROCEDURE p;

--
-- Current Database: \`two\`
--

CREATE DATABASE \`two\`;

USE \`two\`;
CREATE TABLE c;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
-- Dump completed
`

async function chosen(selection: Parameters<typeof selectFrom>[1], size: number): Promise<string> {
  const pieces = async function* () {
    for (let at = 0; at < dump.length; at += size) yield Buffer.from(dump.slice(at, at + size))
  }
  const parts: Uint8Array[] = []
  for await (const part of selectFrom(pieces(), selection)) parts.push(part)
  return Buffer.concat(parts).toString()
}

describe.each([1, 7, 10_000])('parts of a dump that comes in pieces of %i bytes', (size) => {
  it('are all of it, without the line that older clients refuse', async () => {
    expect(await chosen({}, size)).toBe(dump.slice(dump.indexOf('\n') + 1))
  })

  it('are one database, under another name', async () => {
    const one = await chosen({ database: 'one', into: 'three' }, size)
    expect(one).toContain('CREATE TABLE a')
    expect(one).toContain('CREATE PROCEDURE p')
    expect(one).toContain('SET NAMES')
    expect(one).toContain('-- Dump completed')
    expect(one).not.toMatch(/CREATE DATABASE|USE |CREATE TABLE c/)
  })

  it('are one table', async () => {
    const table = await chosen({ tables: ['one.b'] }, size)
    expect(table).toContain('CREATE TABLE b')
    expect(table).toContain('USE `one`')
    expect(table).not.toMatch(/CREATE TABLE (a|c)|INSERT|PROCEDURE/)
  })
})
