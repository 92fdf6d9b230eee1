import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../src/config/config.ts'
import { directorySource, errorOf, fixture, job, load, problemsIn } from './support.ts'

describe('a file full of mistakes', () => {
  it('is reported whole, each with its line and what to write', async () => {
    await expect(`${problemsIn(fixture('wrong.yml'))}\n`).toMatchFileSnapshot('../golden/config/wrong.txt')
  })

  it('is one error that carries the list', () => {
    const error = errorOf(() => load(job(`${directorySource}\nretention: { keep-dialy: 7, keep-last: 1 }`)))
    expect(error).toMatchObject({
      code: 'config-invalid',
      exitStatus: 2,
      hint: 'Write keep-daily, or remove the key.',
    })
    expect(error.message).toBe(
      'holdfast.yml:7:18 jobs.home.retention.keep-dialy: unknown key; did you mean keep-daily?',
    )
    expect(error.context.problems).toEqual([error.message])
    expect(problemsOf(error)).toEqual([
      {
        file: 'holdfast.yml',
        line: 7,
        column: 18,
        path: 'jobs.home.retention.keep-dialy',
        message: 'unknown key; did you mean keep-daily?',
        hint: 'Write keep-daily, or remove the key.',
      },
    ])
  })
})

describe('syntax', () => {
  it.each([
    [
      'a variable in a flow mapping',
      'version: 1\nnotifiers: { ops: { type: slack, url: ${SLACK_URL}, on: [stale] } }',
    ],
    ['a variable in a flow list', 'version: 1\nencryption:\n  recipients: [ ${RECIPIENT} ]'],
    ['a variable after text in a flow mapping', 'a: {b: x${Y:-z}}'],
    ['a GitHub expression', 'version: 1\ntargets:\n  a: ${{ secrets.A }}'],
    ['a GitHub expression in quotes', 'version: 1\ntargets: { a: "${{ secrets.A }}" }'],
    ['a GitHub expression in a flow mapping', 'targets: { a: ${{ secrets.A }} }'],
    ['a tab', 'version: 1\njobs:\n\ta: 1'],
    ['a key twice', 'version: 1\njobs: {}\njobs: {}'],
    ['an open bracket', 'version: 1\ndefaults:\n  tags: [a, b\n'],
    ['an unknown alias', 'version: 1\ndefaults: *base'],
    ['nothing', '# only a comment\n'],
    ['a list', '- version: 1'],
    ['a text', 'version 1'],
    ['another version', 'version: 2'],
    ['no version', 'jobs: {}'],
  ])('%s', (_, text) => {
    expect(problemsIn(text)).toMatchSnapshot()
  })

  it('knows a dollar sign that is none of its business', () => {
    const config = load(job('source: { type: command, run: [sh, "-c", "echo $HOME $1 a$"] }'))
    expect(config.job('home').source.settings).toMatchObject({ run: ['sh', '-c', 'echo $HOME $1 a$'] })
  })
})

describe('references', () => {
  it.each([
    ['${}', 'x${}'],
    ['no end', 'x${NAME'],
    ['a digit first', '${1X}'],
    ['a shell default', '${X-1}'],
    ['a shell error', '${X:?message}'],
    ['a default with a variable', '${A:-${B}}'],
    ['a file without a name', '${file:}'],
  ])('%s is refused at once', (_, text) => {
    expect(problemsIn(`version: 1\ntargets:\n  a: "${text}"\n`)).toMatchSnapshot()
  })
})

describe('anchors', () => {
  const anchored = (to: string) => `version: 1
destinations: { local: { type: filesystem, path: /backups } }
defaults: &base
  source: { type: directory, path: /srv }
  to: ${to}
jobs:
  one: { <<: *base, tags: [a] }
  two: *base
`
  it('work, with merge keys too', () => {
    const config = load(anchored('[local]'))
    expect(config.job('one').to).toEqual([{ name: 'local', retention: undefined }])
    expect(config.job('one').tags).toEqual(['a'])
    expect(config.job('two').source.settings).toMatchObject({ path: '/srv' })
  })

  it('lead to the line of what they stand for', () => {
    expect(errorOf(() => load(anchored('[loacl]'))).message.split('\n')).toEqual([
      'holdfast.yml:5:8 jobs.one.to[0]: there is no destination loacl; did you mean local?',
      'holdfast.yml:5:8 jobs.two.to[0]: there is no destination loacl; did you mean local?',
    ])
  })
})

describe('anchors of several maps', () => {
  it('merge in order, and lead to their lines', () => {
    const text = `version: 1
destinations: { local: { type: filesystem, path: /b } }
defaults: { hooks: &a { before: [a] }, log: &b { file: x, keep: 0 }, to: [local] }
jobs: { one: { source: { type: directory, path: /x }, log: { <<: [*b, { file: y }] } } }
`
    expect(errorOf(() => load(text)).message.split('\n')).toEqual([
      'holdfast.yml:3:65 defaults.log.keep: must be at least 1',
      'holdfast.yml:3:65 jobs.one.log.keep: must be at least 1',
    ])
  })

  it('that multiply without end are refused', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(', ')}]`
    const lines = [level('a', 'x'), level('b', '*a'), level('c', '*b'), level('d', '*c'), level('e', '*d')]
    expect(errorOf(() => load(lines.join('\n'))).message).toBe(
      'holdfast.yml: its aliases stand for far too much',
    )
  })
})

describe('values', () => {
  it.each([
    ['endpoint: nowhere', 'not a URL'],
    ['region: ""', 'must not be empty'],
    ['kms-key-id: 5', 'expected text, got a number'],
    ['object-lock: governance', 'expected a map, got text'],
    ['object-lock: { mode: strict, for: 30d }', 'strict is not one of governance, compliance'],
    ['object-lock: { mode: governance }', 'missing'],
    ['bandwidth: [1]', 'expected text or a number, got a list'],
    ['path-style: yes', 'expected true or false, got text'],
  ])('%s', (written, message) => {
    const text = `version: 1\ndestinations:\n  s:\n    type: s3\n    bucket: b\n    ${written}\n`
    expect(errorOf(() => load(text)).message).toMatch(new RegExp(`: ${message}$`))
  })
})

describe('secrets', () => {
  it('never stand in a message', () => {
    const secret = 'hunter2hunter2'
    const faults = [
      job(`source: { type: postgres, url: "oracle://u:${secret}@h/d" }`),
      job(`source: { type: mysql, url: "${secret}" }`),
      job(directorySource, `targets: { a: [${secret}] }\n`),
      job(directorySource, `encryption: { identity: { a: ${secret} } }\n`),
    ]
    for (const text of faults) {
      const { message, hint, context } = errorOf(() => load(text))
      expect(`${message} ${hint} ${JSON.stringify(context)}`).not.toContain(secret)
    }
  })

  it('do not show in the message about a value from a variable', () => {
    const config = load(
      job('source: { type: directory, path: /x }\nevery: ${A}\npackage: ${B}\ncompression: ${C}'),
      {
        A: 'hunter2-a',
        B: 'hunter2-b',
        C: 'hunter2-c',
      },
    )
    const home = config.job('home')
    for (const read of [() => home.every, () => home.package, () => home.compression]) {
      const error = errorOf(read)
      expect(error.code).toBe('config-invalid')
      expect(`${error.message} ${error.hint}`).not.toContain('hunter2')
    }
    expect(errorOf(() => home.every).message).toBe('holdfast.yml:7:12 jobs.home.every: not a duration')
  })
})
