import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { errorCodes, exitStatusOf } from '../../src/errors/codes.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { outcomeDocument, statusOf } from '../../src/report/document.ts'
import { combineReporters, createEventsReporter, nullReporter } from '../../src/report/events.ts'
import { ManualClock, Sink } from './screen.ts'

describe('statusOf', () => {
  it.each([
    [0, 'success'],
    [1, 'failed'],
    [2, 'failed'],
    [3, 'partial'],
    [4, 'stale'],
    [5, 'unverified'],
    [6, 'busy'],
    [7, 'refused'],
    [130, 'cancelled'],
    [143, 'cancelled'],
    [99, 'failed'],
  ])('%d is %s', (exitCode, status) => expect(statusOf(exitCode)).toBe(status))

  it('gives no error code the word success', () => {
    for (const code of errorCodes) expect(statusOf(exitStatusOf(code))).not.toBe('success')
  })
})

describe('outcomeDocument', () => {
  it('has the promised fields, in the promised order', () => {
    const document = outcomeDocument({
      command: 'backup',
      results: [{ job: 'app-db', at: new Date('2026-11-18T01:00:00Z'), big: 5n, none: null }],
      warnings: [{ code: 'size-change', message: 'larger' }],
      errors: [
        new HoldfastError('busy', 'leased', { hint: 'Wait.', context: { owner: 'db-1' } }),
        new Error('boom'),
        'text',
      ],
      exitCode: 3,
    })
    expect(JSON.stringify(document)).toBe(
      '{"command":"backup","status":"partial","exitCode":3,' +
        '"results":[{"job":"app-db","at":"2026-11-18T01:00:00.000Z","big":5,"none":null}],' +
        '"warnings":[{"code":"size-change","message":"larger"}],' +
        '"errors":[{"code":"busy","message":"leased","hint":"Wait.","context":{"owner":"db-1"}},' +
        '{"code":"internal","message":"boom"},{"code":"internal","message":"text"}]}',
    )
  })

  it('masks secrets in values, keys and errors, and Secret values themselves', () => {
    const secret = new Secret('top"secret\\json')
    const document = outcomeDocument({
      command: 'x',
      results: [
        { a: ['top"secret\\json'], 'top"secret\\json': 1, secret, map: new Map([['k', 'top"secret\\json']]) },
      ],
      warnings: [],
      errors: [new HoldfastError('usage', 'top"secret\\json', { context: { v: 'top"secret\\json' } })],
      exitCode: 2,
    })
    const text = JSON.stringify(document)
    expect(text).not.toContain('secret\\\\json')
    expect(document.results).toEqual([{ a: ['***'], '***': 1, secret: '***', map: { k: '***' } }])
    expect(document.errors).toEqual([{ code: 'usage', message: '***', context: { v: '***' } }])
  })
})

describe('reporters of events', () => {
  it('writes one line of JSON an event, masked, with the time of the clock', () => {
    new Secret('event-secret')
    const sink = new Sink()
    createEventsReporter(sink, new ManualClock()).on({ type: 'step', message: 'with event-secret\nand more' })
    expect(sink.text).toBe(
      '{"time":"2026-11-18T01:00:00.000Z","type":"step","message":"with ***\\nand more"}\n',
    )
  })

  it('tells of each stream its first progress, its last, and one a second', () => {
    const sink = new Sink()
    const clock = new ManualClock()
    const reporter = createEventsReporter(sink, clock)
    const tell = (stream: string, bytes: number, done = false) =>
      reporter.on({ type: 'progress', job: 'j', stream, phase: 'read', bytes, ...(done && { done }) })
    for (let bytes = 1; bytes <= 30; bytes += 1) {
      tell('a', bytes)
      if (bytes < 3) tell('b', bytes)
      clock.at += 100
    }
    tell('a', 31)
    tell('a', 31, true)
    tell('b', 2, true)
    const told = sink.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(told.map(({ stream, bytes, done }) => [stream, bytes, ...(done ? ['done'] : [])])).toEqual([
      ['a', 1],
      ['b', 1],
      ['a', 11],
      ['a', 21],
      ['a', 31],
      ['a', 31, 'done'],
      ['b', 2, 'done'],
    ])
  })

  it('combines reporters in order, and the null one is silent', () => {
    const heard: string[] = []
    const listen = (name: string) => ({ on: () => void heard.push(name) })
    combineReporters(listen('a'), nullReporter, listen('b')).on({ type: 'step', message: '' })
    expect(heard).toEqual(['a', 'b'])
  })
})
