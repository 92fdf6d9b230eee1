import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { checkDatadir } from '../../../src/sources/mysql/physical/datadir.ts'
import { checkSpool } from '../../../src/sources/mysql/physical/spool-room.ts'
import { findCopyTool } from '../../../src/sources/mysql/physical/tool.ts'
import type { ServerFacts } from '../../../src/sources/mysql/server/facts.ts'
import type { Version } from '../../../src/sources/mysql/server/flavor.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { executable } from './fake-tool.ts'

const server = (flavor: Version['flavor'], major: number, minor: number): Version => ({
  ...{ flavor, major, minor, patch: 3 },
  text: `${major}.${minor}.3`,
})

describe('before a hot copy', () => {
  let work: string
  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    const says = (text: string) => `console.error('${text}')`
    const mariadb = 'mariadb-backup based on MariaDB server 10.11.19-MariaDB Linux (x86_64)'
    await executable(join(work, 'mariadb-backup'), says(mariadb))
    await executable(
      join(work, 'xtrabackup'),
      says('xtrabackup version 8.0.35-31 based on MySQL server 8.0.35 Linux'),
    )
  })
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  const context = (path = work) => ({ ...sourceContext(), environment: { PATH: path } })
  const find = (version: Version, wanted?: 'xtrabackup' | 'mariabackup') =>
    findCopyTool(context(), version, wanted)

  it('the tool is the one of the server', async () => {
    expect(await find(server('mariadb', 10, 11))).toMatchObject({ name: 'mariadb-backup' })
    expect(await find(server('mysql', 8, 0))).toMatchObject({
      name: 'xtrabackup',
      version: { flavor: 'mysql' },
    })
  })

  it('one of another kind, of another version, or none is named with what to do', async () => {
    await expect(find(server('mariadb', 10, 11), 'xtrabackup')).rejects.toMatchObject({
      code: 'usage',
      message: 'xtrabackup is for mysql, and the server is mariadb',
      hint: 'Set tool: auto of the source, which takes mariadb-backup.',
    })
    await expect(find(server('mysql', 8, 0), 'mariabackup')).rejects.toMatchObject({ code: 'usage' })
    await expect(find(server('mariadb', 11, 4))).rejects.toMatchObject({
      code: 'database-client-missing',
      message: 'mariadb-backup is for mariadb 10.11, and the server is mariadb 11.4.3',
      hint: 'Install mariadb-backup of version 11.4, or put it first on PATH.',
    })
    await expect(findCopyTool(context(tmpdir()), server('mysql', 8, 4))).rejects.toMatchObject({
      code: 'tool-missing',
      hint: expect.stringContaining('percona-xtrabackup'),
    })
  })

  it('a data directory that cannot be it, or be read, says so', async () => {
    const settings = (more: Record<string, unknown> = {}) =>
      mysqlConfig.parse({ type: 'mysql', method: 'physical', socket: '/run/none', ...more })
    const facts = {
      version: server('mariadb', 10, 11),
      datadir: join(work, 'absent'),
      uuid: '',
    } as ServerFacts
    await expect(checkDatadir(context(), settings(), facts)).rejects.toMatchObject({
      code: 'source-unreadable',
      hint: expect.stringContaining('on the host of the server'),
    })
    await expect(checkDatadir(context(), settings({ datadir: work }), facts)).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining('Leave out datadir:'),
    })
  })

  it('a spool that is not there says so', async () => {
    await expect(checkSpool(join(work, 'no-spool'), 1)).rejects.toMatchObject({
      code: 'target-unwritable',
      hint: expect.stringContaining('spool:'),
    })
  })

  it('what is no number of threads or of reads is refused', () => {
    const wrong = (more: Record<string, unknown>) =>
      mysqlConfig
        .safeParse({ type: 'mysql', method: 'physical', socket: '/run/none', ...more })
        .error?.issues.map(({ path }) => path.join('.'))
    expect(wrong({ parallel: 0 })).toEqual(['parallel'])
    expect(wrong({ throttle: '10MB' })).toEqual(['throttle'])
    expect(wrong({ tool: 'mariadb-dump' })).toEqual(['tool'])
    expect(wrong({ parallel: 4, throttle: 10 })).toBeUndefined()
  })
})
