import { expect, it } from 'vitest'
import type { RekeyResult } from '../../src/report/key-results.ts'
import { createStyle } from '../../src/report/style.ts'
import { createTerminalReporter } from '../../src/report/terminal.ts'
import { renderRekey, renderShred } from '../../src/report/views/keys.ts'
import { ManualClock, Sink } from './screen.ts'

const view = { style: createStyle(false), now: new Date('2026-11-26T08:00:00Z'), width: 80 }
const result: RekeyResult = {
  ...{ job: 'home', destination: 'offsite', backups: 100, added: 100, proven: 100 },
  ...{ dropped: 0, locked: 0, failed: 0, unencrypted: 0, shredded: 0 },
}

it('rekey says what is left to do', () => {
  const added = renderRekey([result], view, false)
  expect(added).toMatch(/home {2}offsite +100 +100 +0 {2}opens/)
  expect(added).toContain('holdfast rekey --drop-old')
  expect(added).toContain('Recovery sheets')
  const unproven = renderRekey([{ ...result, proven: 0 }], view, false)
  expect(unproven).toContain('100 not proven')
  expect(unproven).toContain('new identity in the file of --identity')
  expect(unproven).not.toContain('--drop-old')
  const dropped = renderRekey([{ ...result, added: 0, dropped: 99, locked: 1 }], view, true)
  expect(dropped).toContain('1 old wrap locked')
  expect(renderRekey([{ ...result, failed: 2, proven: 98 }], view, true)).toContain('2 failed')
  expect(renderRekey([], view, false)).toBe('no backups')
})

it('shred says what is gone and what is not', () => {
  const one = { job: 'home', id: 'ID', destination: 'offsite', wraps: 2, locked: 0, shredded: true }
  expect(renderShred([one], view)).toBe(
    '✓ ID at offsite: shredded: 2 wrapped keys deleted, nothing opens it any more',
  )
  const locked = { ...one, wraps: 0, locked: 1, shredded: false, lockedUntil: '2027-01-01T00:00:00.000Z' }
  expect(renderShred([locked], view)).toBe(
    '✗ ID at offsite: NOT shredded: 1 object locked until 2027-01-01T00:00:00.000Z',
  )
})

it('progress that counts backups is not shown as bytes', () => {
  const stream = new Sink(100)
  const clock = new ManualClock()
  const options = { verbosity: 'normal', progress: true, environment: {} } as const
  const reporter = createTerminalReporter({ stream, clock, isTerminal: true, ...options })
  const event = { type: 'progress', job: 'home', stream: 'offsite', phase: 'rekey', unit: 'backup' } as const
  reporter.on({ ...event, bytes: 0, total: 100 })
  clock.at = 1000
  reporter.on({ ...event, bytes: 25, total: 100 })
  expect(stream.screen[0]).toMatch(/^home offsite rekey .* 25 % +25 backups +ETA 3\.0 s$/)
  reporter.on({ ...event, bytes: 100, total: 100, done: true })
  expect(stream.screen[0]).toContain('home offsite rekey: 100 backups in 1.0 s')
})
