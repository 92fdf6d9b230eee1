import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogStamp } from '../../src/report/log-stamp.ts'
import { createTerminalReporter } from '../../src/report/terminal.ts'
import { createInstantClock } from '../fakes/instant-clock.ts'

const moment = new Date('2026-06-01T22:04:05.067Z')

test('stamps each line with local time, level and message', () => {
  const stamp = createLogStamp(() => moment, 'Europe/Berlin')
  expect(stamp(['  one', '', 'two '], 'WARNING')).toEqual([
    '2026-06-02 00:04:05,067 - WARNING - one',
    '2026-06-02 00:04:05,067 - WARNING - two ',
  ])
})

test('a terminal reporter tells findings by their level', () => {
  const stream = new PassThrough()
  const reporter = createTerminalReporter({
    stream,
    isTerminal: false,
    clock: createInstantClock(),
    verbosity: 'normal',
    progress: true,
    environment: {},
  })
  reporter.on({ type: 'step', message: 'before' })
  reporter.stampWith(createLogStamp(() => moment, 'UTC'))
  reporter.on({ type: 'step', job: 'home', message: 'level 0' })
  reporter.on({
    type: 'finding',
    finding: { severity: 'error', code: 'x', message: 'bad', hint: 'Mend it.' },
  })
  reporter.on({ type: 'finding', finding: { severity: 'warning', code: 'x', message: 'odd' } })
  reporter.on({ type: 'progress', job: 'home', stream: 'tree', phase: 'upload', bytes: 5, done: true })
  const lines = String(stream.read()).trimEnd().split('\n')
  expect(lines[0]).toBe('  before')
  expect(lines.slice(1).map((line) => line.replace('2026-06-01 22:04:05,067', 'TIME'))).toEqual([
    'TIME - INFO - home: level 0',
    'TIME - ERROR - ✗ bad [x]',
    'TIME - ERROR - hint: Mend it.',
    'TIME - WARNING - ! odd [x]',
    expect.stringMatching(/^TIME - INFO - home tree upload: 5 B/),
  ])
})
