import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import { watchLock } from '../../../src/sources/mysql/physical/lock-watch.ts'
import { binlogIn, noticeOf, parseCheckpoints } from '../../../src/sources/mysql/physical/messages.ts'
import { spooled } from '../../../src/sources/mysql/physical/spool.ts'
import { changeSince, decodeState, encodeState } from '../../../src/sources/mysql/physical/state.ts'

describe('the log of a hot copy', () => {
  it.each([
    ['[00] 2026-11-26 10:45:46 completed OK!', 'completed'],
    ['[00] 2026-11-26 10:45:36 Starting BACKUP STAGE START', undefined],
    ['[00] 2026-11-26 10:45:36 Starting BACKUP STAGE FLUSH', 'locked'],
    ['[00] 2026-11-26 10:45:46 Executing BACKUP STAGE END', 'unlocked'],
    [
      '2026-11-26T10:45:36.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] Executing LOCK INSTANCE FOR BACKUP ...',
      undefined,
    ],
    [
      '2026-11-26T10:45:36.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] Executing FLUSH TABLES WITH READ LOCK...',
      'locked',
    ],
    [
      '2026-11-26T10:45:36.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] Executing LOCK TABLES FOR BACKUP ...',
      'locked',
    ],
    [
      '2026-11-26T10:45:37.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] Executing UNLOCK TABLES',
      'unlocked',
    ],
    ['2026-11-26T10:45:37.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] All tables unlocked', 'unlocked'],
    ['2026-11-26T10:45:38.000000-00:00 0 [Note] [MY-011825] [Xtrabackup] completed OK!', 'completed'],
    ['[01] Streaming ./sys/innodb_lock_waits.frm to <STDOUT>', undefined],
  ])('%s', (line, notice) => {
    expect(noticeOf(line)).toBe(notice)
  })

  it('says where the copy ends', () => {
    expect(
      parseCheckpoints('backup_type = full-backuped\nfrom_lsn = 0\nto_lsn = 44878\nlast_lsn = 44894\n'),
    ).toEqual({ type: 'full-backuped', fromLsn: '0', toLsn: '44878', lastLsn: '44894' })
    expect(parseCheckpoints('to_lsn = \n')).toBeUndefined()
    expect(binlogIn("binlog_pos = filename 'bin.000003', position '322', GTID of the last change ''")).toBe(
      'bin.000003:322',
    )
  })

  it('ends what holds writers up for too long, and nothing else', async () => {
    const seen: unknown[] = []
    const watch = watchLock(systemClock, 50, {
      onLock: (locked) => seen.push(locked),
      onTooLong: ({ code }) => seen.push(code),
    })
    watch.line('Starting BACKUP STAGE FLUSH')
    watch.line('Executing BACKUP STAGE END')
    watch.line('completed OK!')
    await systemClock.sleep(120)
    expect(seen).toEqual([true, false])
    expect(watch.completed()).toBe(true)
    watch.line('Executing FLUSH TABLES WITH READ LOCK...')
    await expect.poll(() => seen).toEqual([true, false, true, 'lock-too-long'])
    watch.end()
    expect(watch.lockedFor()).toBeGreaterThanOrEqual(50)
  })
})

describe('a spool', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'holdfast-spool-test-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  const piece = (number: number) => Buffer.alloc(100_000, number)
  const source = (count: number, given: { pieces: number }) =>
    Readable.from(
      (async function* () {
        for (let number = 0; number < count; number++) {
          given.pieces = number + 1
          yield piece(number)
        }
      })(),
      { objectMode: false },
    )

  it('lets the source flow though nobody reads, and gives everything back in order, leaving no file', async () => {
    const given = { pieces: 0 }
    const { stream, drain, spooled: through } = spooled(source(200, given), directory, async () => undefined)
    // Without draining the source waits.
    await systemClock.sleep(50)
    expect(given.pieces).toBeLessThan(20)
    drain(true)
    await expect.poll(() => given.pieces).toBe(200)
    drain(false)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer))
    const all = Buffer.concat(chunks)
    expect(all.equals(Buffer.concat(Array.from({ length: 200 }, (_, number) => piece(number))))).toBe(true)
    expect(through()).toBeGreaterThan(15_000_000)
    expect(readdirSync(directory)).toEqual([])
  })

  it('fails with the last word', async () => {
    const { stream } = spooled(source(3, { pieces: 0 }), directory, async () => {
      throw new Error('not complete')
    })
    const read = async () => {
      for await (const _ of stream);
    }
    await expect(read()).rejects.toThrow('not complete')
  })
})

describe('the state of a copy', () => {
  const now = { format: 1, type: 'mysql', serverUuid: 'u', tool: 'mariadb 10.11.19', datadir: '1-2' } as const
  const state = { ...now, toLsn: '500' }

  it('is read as it was written', () => {
    expect(decodeState(encodeState(state))).toEqual(state)
    expect(decodeState(Buffer.from('{}'))).toBeUndefined()
    expect(decodeState(Buffer.from('no'))).toBeUndefined()
  })

  it('is built upon only where nothing but time has passed', () => {
    expect(changeSince(state, now, 500n)).toBeUndefined()
    expect(changeSince(undefined, now, 500n)).toContain('not usable')
    expect(changeSince(state, { ...now, serverUuid: 'v' }, 500n)).toContain('another server')
    expect(changeSince(state, { ...now, tool: 'mariadb 10.11.20' }, 500n)).toContain('10.11.20')
    expect(changeSince(state, { ...now, datadir: '3-4' }, 500n)).toContain('data directory')
    expect(changeSince(state, now, 499n)).toContain('behind')
  })
})
