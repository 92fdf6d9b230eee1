import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { Secret } from '../../src/domain/secret.ts'
import { hasCode } from '../../src/errors/error.ts'
import { createRunLog } from '../../src/report/run-log.ts'
import { ManualClock } from './screen.ts'

let folder = ''
const clock = new ManualClock()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(file: string, keep: number, message: string) {
  const log = createRunLog({ file, keep, clock })
  log.write('INFO', message)
  log.close()
}

describe('createRunLog', () => {
  it('writes a line an event, `time - level - message`, on one line and masked', () => {
    new Secret('log-secret')
    const file = join(folder, 'deep', 'run.log')
    const log = createRunLog({ file, keep: 3, clock })
    log.on({ type: 'job-started', job: 'home', command: 'backup', id: 'I' })
    log.on({ type: 'step', message: 'log-secret\nsecond line' })
    log.on({ type: 'progress', job: 'home', stream: 'files', phase: 'read', bytes: 1 })
    log.on({ type: 'progress', job: 'home', stream: 'files', phase: 'read', bytes: 2048, done: true })
    log.on({
      type: 'finding',
      job: 'home',
      finding: {
        severity: 'warning',
        code: 'unread-paths',
        message: '1 path',
        names: ['a'],
        hint: 'Mend it.',
      },
    })
    log.on({ type: 'job-finished', job: 'home', command: 'backup', status: 'failed', seconds: 2 })
    log.on({ type: 'job-finished', job: 'home', command: 'backup', status: 'success', seconds: 2 })
    log.close()
    log.close()
    log.write('INFO', 'after the end')
    const time = '2026-11-18T01:00:00.000Z'
    expect(readFileSync(file, 'utf8').split('\n')).toEqual([
      `${time} - INFO - home: backup started, I`,
      `${time} - INFO - ***\\x0asecond line`,
      `${time} - INFO - home: read files: 2.0 KiB`,
      `${time} - WARNING - home: 1 path [unread-paths]; a; Mend it.`,
      `${time} - ERROR - home: backup failed in 2.0 s`,
      `${time} - INFO - home: backup success in 2.0 s`,
      '',
    ])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([
    [1, ['run.log']],
    [2, ['run.log', 'run.log.1']],
    [3, ['run.log', 'run.log.1', 'run.log.2']],
  ])('keeps %d files of five runs', (keep, files) => {
    const file = join(folder, 'run.log')
    for (const name of ['one', 'two', 'three', 'four', 'five']) run(file, keep, name)
    expect(readdirSync(folder).sort()).toEqual(files)
    const contents = files.map((name) => readFileSync(join(folder, name), 'utf8').split(' - ')[2]?.trim())
    expect(contents).toEqual(['five', 'four', 'three'].slice(0, keep))
  })

  it('names a file that cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    try {
      createRunLog({ file: join(folder, 'file', 'run.log'), keep: 2, clock })
      expect.unreachable()
    } catch (error) {
      expect(hasCode(error, 'target-unwritable')).toBe(true)
    }
  })

  it('reports trouble once and goes on without a log', () => {
    const found: Finding[] = []
    const file = '/dev/full'
    const log = createRunLog({ file, keep: 1, clock, onTrouble: (finding) => found.push(finding) })
    log.write('INFO', 'no room')
    log.write('INFO', 'no room')
    log.close()
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code: 'target-unwritable', message: expect.stringContaining('ENOSPC') })
  })
})
