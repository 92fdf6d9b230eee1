import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { prepareChain } from '../../../src/sources/mysql/physical/prepare.ts'
import { decodeState } from '../../../src/sources/mysql/physical/state.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { type Captured, capture } from './capture.ts'
import { executable } from './fake-tool.ts'

/**
 * XtraBackup as its documentation records it: no package of it is to be had. It notes its arguments, announces its locks in
 * the words of 8.0, leaves its checkpoints where `--extra-lsndir` says, and ends with "completed OK!" unless told otherwise.
 */
const xtrabackup = (notes: string, plan: string) => `
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
const args = process.argv.slice(2)
const value = (name) => args.find((arg) => arg.startsWith('--' + name + '='))?.slice(name.length + 3)
const log = (text) => console.error('2026-11-26T10:45:36.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] ' + text)
if (args.includes('--version')) {
  console.error('xtrabackup version 8.0.35-31 based on MySQL server 8.0.35 Linux (x86_64) (revision id: 55ec21d7)')
  process.exit()
}
appendFileSync('${notes}', JSON.stringify({ args, option: value('defaults-extra-file') ? readFileSync(value('defaults-extra-file'), 'utf8') : '' }) + '\\n')
const plan = JSON.parse(readFileSync('${plan}', 'utf8'))
if (args.includes('--backup')) {
  log('Executing LOCK INSTANCE FOR BACKUP ...')
  process.stdout.write('XBSTCK01 pages since ' + (value('incremental-lsn') ?? '0'))
  log('Executing FLUSH TABLES WITH READ LOCK...')
  log('Executing UNLOCK TABLES')
  log('All tables unlocked')
  const directory = value('extra-lsndir')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'xtrabackup_checkpoints'), 'backup_type = full-backuped\\nfrom_lsn = 0\\nto_lsn = ' + plan.lsn + '\\nlast_lsn = ' + plan.lsn + '\\n')
}
if (plan.say !== false) log('completed OK!')
process.exitCode = plan.exit ?? 0
`

const xbstream = `
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
const at = process.argv.indexOf('-C')
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
writeFileSync(join(process.argv[at + 1], 'pages'), Buffer.concat(chunks))
`

describe.skipIf(!has('mariadb'))('XtraBackup, by what its documentation records', () => {
  let server: MariadbServer
  let work: string
  const path = (...names: string[]) => join(work, ...names)

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-xtrabackup-'))
    mkdirSync(path('bin'))
    await executable(path('bin', 'xtrabackup'), xtrabackup(path('notes'), path('plan')))
    await executable(path('bin', 'xbstream'), xbstream)
    // What calls itself MySQL is taken for it.
    server = await startMariadb({ options: ['--version=8.0.36'] })
    await server.run('CREATE DATABASE shop', 'CREATE TABLE shop.orders (id INT) ENGINE=InnoDB')
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const environment = () => {
    const { environment } = sourceContext()
    return { ...environment, PATH: [path('bin'), environment.PATH].join(delimiter) }
  }
  const plan = async (more: Record<string, unknown> = {}) => {
    const [row] = await server.rows('SHOW ENGINE INNODB STATUS')
    const lsn = /^Log sequence number\s+(\d+)/m.exec(row?.[2] ?? '')?.[1]
    writeFileSync(path('plan'), JSON.stringify({ lsn, ...more }))
    writeFileSync(path('notes'), '')
    return lsn ?? ''
  }
  const notes = () =>
    readFileSync(path('notes'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { args: string[]; option: string })
  let count = 0
  const copy = (more: Parameters<typeof capture>[2] = {}) => {
    count += 1
    mkdirSync(path(`copy-${count}`))
    const settings = { type: 'mysql', method: 'physical', url: server.url, parallel: 4, throttle: 40 }
    const source = createMysqlSource(mysqlConfig.parse(settings))
    return capture(source, path(`copy-${count}`), {
      ...more,
      context: { environment: environment(), scratch: work },
    })
  }
  const chain: Captured[] = []

  it('streams, with an option file in the place of a password, and increments by LSN', async () => {
    const lsn = await plan()
    chain.push(await copy())
    const [full] = notes()
    expect(full?.args).toEqual([
      expect.stringMatching(/^--defaults-extra-file=.*client\.cnf$/),
      '--backup',
      '--stream=xbstream',
      expect.stringMatching(/^--target-dir=/),
      expect.stringMatching(/^--extra-lsndir=/),
      expect.stringMatching(/^--tmpdir=/),
      '--parallel=4',
      '--throttle=40',
    ])
    expect(full?.args.join(' ')).not.toContain(server.password)
    expect(full?.option).toContain(`password="${server.password}"`)
    expect(full?.option).toContain('ssl-mode=PREFERRED')
    expect(chain[0]?.link.description).toMatchObject({ server: 'mysql 8.0.36', tool: 'xtrabackup 8.0.35' })
    expect(decodeState(chain[0]?.parent.state ?? Buffer.from(''))).toMatchObject({
      toLsn: lsn,
      tool: 'mysql 8.0.35',
    })
    for (const level of [1, 2]) {
      const parent = chain[level - 1]?.parent
      if (parent === undefined) throw new Error('no parent')
      await plan()
      const next = await copy({ level, parent })
      expect([next.level, next.fullBecause]).toEqual([level, undefined])
      expect(notes()[0]?.args).toContain(`--incremental-lsn=${decodeState(parent.state)?.toLsn}`)
      chain.push(next)
    }
  })

  it('is prepared with --apply-log-only but for the last step', async () => {
    await plan()
    const context = { ...sourceContext(), environment: environment() }
    await prepareChain(
      context,
      chain.map(({ link }) => link),
      path('prepared'),
      { docker: ['docker'] },
    )
    const steps = notes().map(({ args }) => args.filter((arg) => !arg.startsWith('--use-memory')))
    const base = ['--no-defaults', '--prepare', `--target-dir=${path('prepared.work', 'base')}`]
    expect(steps).toEqual([
      [...base, '--apply-log-only'],
      [...base, `--incremental-dir=${path('prepared.work', 'increment-1')}`, '--apply-log-only'],
      [...base, `--incremental-dir=${path('prepared.work', 'increment-2')}`],
    ])
  })

  it('leaves nothing of a prepare that failed', async () => {
    await plan({ say: false })
    const context = { ...sourceContext(), environment: environment() }
    const links = chain.map(({ link }) => link)
    await expect(prepareChain(context, links, path('failed'), { docker: ['docker'] })).rejects.toMatchObject({
      code: 'restore-failed',
    })
    await plan({ exit: 1 })
    await expect(prepareChain(context, links, path('failed'), { docker: ['docker'] })).rejects.toMatchObject({
      code: 'restore-failed',
    })
    for (const name of ['failed', 'failed.work']) expect(() => readFileSync(path(name))).toThrow('ENOENT')
  })

  it('is no backup without "completed OK!", with another exit status, or of other files', async () => {
    await plan({ say: false })
    await expect(copy()).rejects.toMatchObject({ code: 'source-truncated' })
    await plan({ exit: 1 })
    await expect(copy()).rejects.toMatchObject({ code: 'tool-failed' })
    await plan({ lsn: '1' })
    await expect(copy()).rejects.toMatchObject({
      code: 'source-failed',
      message: 'the copied files are not those of the server that was asked',
    })
  })
})
