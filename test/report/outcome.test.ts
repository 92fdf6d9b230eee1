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
    createEventsReporter(sink).on({ type: 'step', job: 'a', message: 'b' })
    expect(sink.text.split('\n')).toEqual([
      '{"time":"2026-11-18T01:00:00.000Z","type":"step","message":"with ***\\nand more"}',
      '{"type":"step","job":"a","message":"b"}',
      '',
    ])
  })

  it('combines reporters in order, and the null one is silent', () => {
    const heard: string[] = []
    const listen = (name: string) => ({ on: () => void heard.push(name) })
    combineReporters(listen('a'), nullReporter, listen('b')).on({ type: 'step', message: '' })
    expect(heard).toEqual(['a', 'b'])
  })
})
