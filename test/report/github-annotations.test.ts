import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { annotationsOf, type HeardFinding } from '../../src/report/github-annotations.ts'
import { commandFree, withoutCommands } from '../../src/report/github-log.ts'

const warning = (job: string, code: string, message = 'odd'): HeardFinding => ({
  job,
  finding: { severity: 'warning', code, message, hint: 'Look at it.' },
})

describe('annotations', () => {
  it('are one for each job and code, with hint and count, errors first', () => {
    const busy = new HoldfastError('busy', 'leased', { hint: 'Wait.', context: { job: 'home' } })
    const heard = [
      warning('home', 'path-changed', 'a changed'),
      warning('home', 'path-changed', 'b changed'),
      warning('mail', 'path-changed', 'c changed'),
      { finding: { severity: 'info', code: 'confirmed', message: 'fine' } } as const,
    ]
    expect(annotationsOf([busy], heard)).toEqual([
      { severity: 'error', title: 'Holdfast: busy', message: 'home: leased\nWait.' },
      {
        severity: 'warning',
        title: 'Holdfast: path-changed',
        message: 'home: a changed (and 1 more like it)\nLook at it.',
      },
      { severity: 'warning', title: 'Holdfast: path-changed', message: 'mail: c changed\nLook at it.' },
    ])
  })

  it('are ten at most, and the last says how many there are besides', () => {
    const many = Array.from({ length: 14 }, (_, index) => warning(`job-${index}`, 'size-suspicious'))
    const shown = annotationsOf([], many)
    expect(shown).toHaveLength(10)
    expect(shown.at(-1)).toEqual({
      severity: 'warning',
      title: 'Holdfast',
      message: '5 more errors and warnings: see the job summary',
    })
  })

  it('stand where a configuration is wrong, and hold no secret', () => {
    const secret = new Secret('hunter2-and-more')
    const error = Object.assign(new HoldfastError('config-invalid', `a.b: ${secret.reveal()} is no number`), {
      problems: [{ file: 'holdfast.yml', line: 12, message: 'x' }],
    })
    expect(annotationsOf([error], [])).toEqual([
      {
        severity: 'error',
        title: 'Holdfast: config-invalid',
        message: 'a.b: *** is no number',
        file: 'holdfast.yml',
        line: 12,
      },
    ])
  })

  it('are cut where a message has no end', () => {
    const error = new HoldfastError('config-invalid', Array(50).fill('line').join('\n'))
    expect(annotationsOf([error], [])[0]?.message.split('\n')).toHaveLength(21)
  })
})

describe('a log', () => {
  it.each([
    ['::error::x', '\u200b'],
    ['  ::set-output name=a::b', '\u200b'],
    ['fine\n::add-mask::x', '\u200b'],
    ['see ##[group]x', '\u200b'],
  ])('holds no command: %j', (line, mark) => {
    const safe = withoutCommands(line)
    expect(safe).toContain(mark)
    expect(safe.split('\n').some((each) => /^\s*::|##\[/.test(each))).toBe(false)
    expect(safe.replaceAll('\u200b', '')).toBe(line)
  })

  it('is left alone where it holds none', async () => {
    const target = new PassThrough()
    const stream = commandFree(target)
    stream.write('a :: b # [c]\n')
    stream.end(() => target.end())
    expect(await text(target)).toBe('a :: b # [c]\n')
  })
})
