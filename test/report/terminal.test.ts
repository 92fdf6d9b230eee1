import { describe, expect, it } from 'vitest'
import type { Event } from '../../src/domain/event.ts'
import { Secret } from '../../src/domain/secret.ts'
import { createTerminalReporter, type TerminalOptions } from '../../src/report/terminal.ts'
import { displayWidth } from '../../src/report/width.ts'
import { ManualClock, Sink } from './screen.ts'

const MiB = 2 ** 20

function setup(options: Partial<TerminalOptions> = {}, columns = 80) {
  const stream = new Sink(columns)
  const clock = new ManualClock()
  const reporter = createTerminalReporter({
    stream,
    clock,
    isTerminal: true,
    verbosity: 'normal',
    progress: true,
    environment: {},
    ...options,
  })
  return { stream, clock, reporter }
}

function read(bytes: number, extra: Partial<Extract<Event, { type: 'progress' }>> = {}): Event {
  return { type: 'progress', job: 'app-db', stream: 'dump', phase: 'read', bytes: bytes * MiB, ...extra }
}

describe('on a terminal', () => {
  it('draws a bar with percent, rate and time left where a total exists', () => {
    const { stream, clock, reporter } = setup()
    reporter.on(read(0, { total: 100 * MiB }))
    clock.at = 1000
    reporter.on(read(25, { total: 100 * MiB }))
    expect(stream.screen).toEqual([
      'app-db dump read  ████░░░░░░░░░░░░  25 %  25.0 MiB  25.0 MiB/s  ETA 3.0 s',
    ])
    expect(displayWidth(stream.screen[0] ?? '')).toBeLessThan(80)
  })

  it('shows bytes and elapsed time where none does', () => {
    const { stream, clock, reporter } = setup()
    reporter.on(read(0))
    clock.at = 2000
    reporter.on(read(20, { files: 1204 }))
    expect(stream.screen).toEqual(['app-db dump read  20.0 MiB  1,204 files  10.0 MiB/s  2.0 s'])
  })

  it('redraws at most ten times a second', () => {
    const { stream, clock, reporter } = setup()
    for (clock.at = 0; clock.at < 1000; clock.at += 1) reporter.on(read(clock.at))
    expect(stream.writes.length).toBeLessThanOrEqual(10)
    expect(stream.writes.length).toBeGreaterThan(5)
  })

  it('keeps other lines above the bars and leaves none at the end', () => {
    const { stream, clock, reporter } = setup()
    reporter.on({ type: 'job-started', job: 'app-db', command: 'backup', level: 1, parent: 'P', id: 'I' })
    reporter.on(read(1))
    clock.at = 200
    reporter.on({ ...read(2), stream: 'globals' } as Event)
    reporter.on({ type: 'step', job: 'app-db', message: 'waiting for the lease' })
    expect(stream.screen).toEqual([
      '▶ app-db: backup, level 1 on P I',
      '  app-db: waiting for the lease',
      expect.stringMatching(/^app-db dump read/),
      expect.stringMatching(/^app-db globals read/),
    ])
    clock.at = 1000
    reporter.on(read(10, { done: true }))
    reporter.on({ type: 'job-finished', job: 'app-db', command: 'backup', status: 'success', seconds: 1 })
    reporter.end()
    expect(stream.screen).toEqual([
      '▶ app-db: backup, level 1 on P I',
      '  app-db: waiting for the lease',
      '  app-db dump read: 10.0 MiB in 1.0 s, 10.0 MiB/s',
      '✓ app-db: backup success in 1.0 s',
    ])
  })

  it('takes the bars away at once when a run is cut short, and may go on after', () => {
    const { stream, reporter } = setup()
    reporter.on(read(1))
    reporter.end()
    reporter.end()
    expect(stream.screen).toEqual([])
    reporter.on({ type: 'step', message: 'cleaning up' })
    expect(stream.screen).toEqual(['  cleaning up'])
  })

  it.each([20, 40, 60, 140])('fits %d columns, wide names included', (columns) => {
    const { stream, clock, reporter } = setup({}, columns)
    const job = '非常に長いジョブの名前-with-a-tail-that-goes-on'
    reporter.on({ ...read(1, { total: 900 * MiB }), job } as Event)
    clock.at = 500
    reporter.on({ ...read(90, { total: 900 * MiB, files: 123_456 }), job } as Event)
    for (const line of stream.screen) expect(displayWidth(line)).toBeLessThan(columns)
  })

  it('shows eight bars and counts the others', () => {
    const { stream, clock, reporter } = setup()
    for (let index = 0; index < 11; index += 1) {
      clock.at += 200
      reporter.on({ ...read(1), stream: `s${index}` } as Event)
    }
    expect(stream.screen).toHaveLength(9)
    expect(stream.screen.at(-1)).toBe('and 3 more')
  })

  it('never claims more than everything when the estimate was too low', () => {
    const { stream, clock, reporter } = setup()
    reporter.on(read(0, { total: 10 * MiB }))
    clock.at = 1000
    reporter.on(read(25, { total: 10 * MiB }))
    expect(stream.screen[0]).toContain('100 %')
    expect(stream.screen[0]).not.toContain('ETA')
  })
})

describe('without a terminal', () => {
  it('writes a plain line every ten seconds and one at the end', () => {
    const { stream, clock, reporter } = setup({ isTerminal: false })
    for (clock.at = 0; clock.at <= 25_000; clock.at += 500) {
      reporter.on(read(clock.at / 1000, { total: 50 * MiB }))
    }
    clock.at = 26_000
    reporter.on(read(26, { total: 50 * MiB, done: true }))
    expect(stream.text.split('\n')).toEqual([
      '  app-db dump read: 20 %, 10.0 MiB of 50.0 MiB, 1.0 MiB/s, ETA 40 s, 10 s elapsed',
      '  app-db dump read: 40 %, 20.0 MiB of 50.0 MiB, 1.0 MiB/s, ETA 30 s, 20 s elapsed',
      '  app-db dump read: 26.0 MiB in 26 s, 1.0 MiB/s',
      '',
    ])
  })

  it('says nothing of progress when that is off', () => {
    const { stream, clock, reporter } = setup({ isTerminal: false, progress: false })
    reporter.on(read(1))
    clock.at = 60_000
    reporter.on(read(2, { done: true }))
    expect(stream.text).toBe('')
  })
})

describe('what is shown', () => {
  const warning: Event = {
    type: 'finding',
    job: 'home',
    finding: {
      severity: 'warning',
      code: 'unread-paths',
      message: '7 paths could not be read',
      hint: 'Run as a user that may read them, or name them in `allow-unread`.',
      names: ['a', 'b', 'c', 'd', 'e', 'f', 'evil\x1b[2J\nname'],
    },
  }

  it('gives a finding its hint on the next line and counts names beyond five', () => {
    const { stream, reporter } = setup()
    reporter.on(warning)
    expect(stream.screen).toEqual([
      '! home: 7 paths could not be read [unread-paths]',
      '    a',
      '    b',
      '    c',
      '    d',
      '    e',
      '    and 2 more',
      '  hint: Run as a user that may read them, or name them in `allow-unread`.',
    ])
  })

  it('lists all names when verbose, and no name can steer the terminal', () => {
    const { stream, reporter } = setup({ verbosity: 'verbose' })
    reporter.on(warning)
    expect(stream.screen).toContain('    evil\\x1b[2J\\x0aname')
  })

  it('keeps to warnings and errors when quiet', () => {
    const { stream, clock, reporter } = setup({ verbosity: 'quiet' })
    reporter.on({ type: 'job-started', job: 'a', command: 'backup' })
    reporter.on({ type: 'step', message: 'x' })
    reporter.on(read(1))
    clock.at = 500
    reporter.on(read(2))
    reporter.on({ type: 'finding', finding: { severity: 'info', code: 'x', message: 'x' } })
    reporter.on({ type: 'finding', finding: { severity: 'error', code: 'busy', message: 'leased' } })
    reporter.on({ type: 'job-finished', job: 'a', command: 'backup', status: 'failed', seconds: 1 })
    expect(stream.screen).toEqual(['✗ leased [busy]'])
  })

  it('shows what is well only when verbose', () => {
    const ok: Event = { type: 'finding', finding: { severity: 'ok', code: 'x', message: 'GNU tar 1.34' } }
    const normal = setup()
    normal.reporter.on(ok)
    const verbose = setup({ verbosity: 'verbose' })
    verbose.reporter.on(ok)
    expect([normal.stream.screen, verbose.stream.screen]).toEqual([[], ['✓ GNU tar 1.34']])
  })

  it('masks secrets', () => {
    new Secret('hunter2-terminal')
    const { stream, reporter } = setup()
    reporter.on({ type: 'step', message: 'connecting with hunter2-terminal' })
    expect(stream.text).toContain('connecting with ***')
  })

  it.each([
    [{}, true, true],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
    [{}, false, false],
  ])('environment %o, terminal %s: colour %s', (environment, isTerminal, colour) => {
    const { stream, reporter } = setup({ environment, isTerminal })
    reporter.on({ type: 'finding', finding: { severity: 'error', code: 'busy', message: 'leased' } })
    expect(stream.text.includes('\x1b[31m')).toBe(colour)
  })
})
