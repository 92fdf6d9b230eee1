import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literal, parseInterpolation } from '../../src/config/interpolation.ts'
import { maskSecrets } from '../../src/domain/secret.ts'
import { directorySource, errorOf, fixture, job, load } from './support.ts'

const tags = (list: string, environment = {}) =>
  load(job(`${directorySource}\ntags: ${list}`), environment).job('home').tags
const target = (text: string, environment = {}, files = {}) =>
  load(`version: 1\ntargets: { a: ${JSON.stringify(text)} }`, environment, files)
    .target('a')
    .reveal()

describe('a reference', () => {
  it.each([
    ['${A}', 'one'],
    ['x${A}y${B}z', 'xoneytwoz'],
    ['${A}${A}', 'oneone'],
    ['${MISSING:-else}', 'else'],
    ['${EMPTY:-else}', 'else'],
    ['${A:-else}', 'one'],
    ['${MISSING:-}tail', 'tail'],
    ['${MISSING:-a b: {c]-d$}', 'a b: {c]-d$'],
    ['$${A}', '${A}'],
    ['$$${A}', '$${A}'],
    ['$A $ $$ ${A}', '$A $ $$ one'],
    ['postgres://u:${A}@h/${B}?x=$${y}', 'postgres://u:one@h/two?x=${y}'],
  ])('%s', (text, expected) => {
    expect(target(text, { A: 'one', B: 'two', EMPTY: '' })).toBe(expected)
  })

  it('to a file loses one newline at the end, not two', () => {
    expect(target('${file:secret.txt}', {}, { 'secret.txt': 'line\nlast\n\n' })).toBe('line\nlast\n')
    expect(target('a${file:x/y.txt}b', {}, { 'x/y.txt': 'mid\r\n' })).toBe('amidb')
  })

  it('to a file that is not there or empty names file and key', () => {
    const missing = errorOf(() => target('${file:gone.txt}'))
    expect(missing.code).toBe('config-file-unreadable')
    expect(missing.message).toMatch(/^cannot read \/.*\/gone\.txt, which targets\.a names$/)
    expect(errorOf(() => target('${file:e}', {}, { e: '\n' })).message).toMatch(/^there is nothing in/)
  })
})

describe('an empty reference', () => {
  it('removes its key, so that a default counts', () => {
    const text = job(
      `${directorySource}\ntimeout: \${T:-}\nenvironment: "\${A:-}\${B:-}"`,
      'defaults: { timeout: 1h }\n',
    )
    const home = load(text).job('home')
    expect(home.timeout).toBe(3_600_000)
    expect(home.environment).toBeUndefined()
    expect(load(text, { T: '2h' }).job('home').timeout).toBe(7_200_000)
  })

  it('removes its element from a list, and lines stay right', () => {
    expect(tags('["${A:-}", b, "${C:-}"]')).toEqual(['b'])
    const error = errorOf(() => tags('\n  - ${A:-}\n  - ${B}', { B: 'not a tag!' }))
    expect(error.message).toBe(
      'holdfast.yml:9:9 jobs.home.tags[1]: not a tag: letters, digits, dot, hyphen and underscore',
    )
  })

  it('of a key that is needed says so', () => {
    const config = load(job('source: { type: directory, path: "${P:-}" }'))
    expect(errorOf(() => config.job('home').source.settings).message).toBe(
      'holdfast.yml:6:38 jobs.home.source.path: missing: its variable is empty',
    )
  })
})

describe('numbers and booleans', () => {
  const text = job(
    [
      'source: { type: directory, path: /x, one-file-system: "${B}" }',
      'parallel: ${N}',
      'retention: { keep-daily: "${N}", keep-last: "${M:-3}" }',
      'verify: { checks: [{ sql: "select 1", min: "${F}", equals: "${N}" }] }',
    ].join('\n'),
  )

  it('come from variables where the schema wants them, and texts stay texts', () => {
    const home = load(text, { B: 'true', N: '7', F: '1.5e3' }).job('home')
    expect(home.source.settings).toMatchObject({ oneFileSystem: true })
    expect(home.parallel).toBe(7)
    expect(home.retention).toMatchObject({ keepDaily: 7, keepLast: 3 })
    expect(home.verify?.checks).toEqual([{ sql: 'select 1', min: 1500, equals: '7' }])
  })

  it('are refused where they are none', () => {
    const home = load(text, { B: 'yes', N: '7x', F: 'NaN' }).job('home')
    expect(errorOf(() => home.source.settings).message).toMatch(/expected true or false, got text$/)
    expect(errorOf(() => home.parallel).message).toMatch(/expected a number, got text$/)
    expect(errorOf(() => home.retention).message).toMatch(/keep-daily: expected a number, got text$/)
  })
})

describe('laziness', () => {
  const config = () => load(fixture('usual.yml'))

  it('lets cleanup run without database URLs, backup without the identity, plan with nothing', () => {
    const cleanup = { jobs: ['app-db', 'home'], parts: ['destinations', 'trust'] as const }
    expect(() => config().prepare(cleanup)).not.toThrow()
    expect(config().job('app-db').retention).toMatchObject({ keepDaily: 7 })
    expect(config().job('app-db').source.type).toBe('postgres')
    expect(config().job('app-db').runner).toBeUndefined()
    const backup = { jobs: ['home'], parts: ['source', 'destinations', 'encryption'] as const }
    expect(() => config().prepare(backup)).not.toThrow()
  })

  it('keeps what is written in the file out of the mask', () => {
    config()
    const text = 'set ${APP_DATABASE_URL} and ${HOLDFAST_IDENTITY}'
    expect(maskSecrets(text)).toBe(text)
    load(fixture('usual.yml'), { HOLDFAST_IDENTITY: 'AGE-SECRET-KEY-1MASKED' }).identity()
    expect(maskSecrets('x AGE-SECRET-KEY-1MASKED')).toBe('x ***')
  })

  it('names a missing variable with file, line, key and the line for env', () => {
    const error = errorOf(() => config().job('app-db').source.settings)
    expect(error).toMatchObject({
      code: 'config-variable-missing',
      exitStatus: 2,
      message: 'APP_DATABASE_URL is not set (holdfast.yml:21 jobs.app-db.source.url)',
      context: {
        variables: ['APP_DATABASE_URL'],
        env: ['APP_DATABASE_URL: ${{ secrets.APP_DATABASE_URL }}'],
      },
    })
    expect(error.hint).toContain('APP_DATABASE_URL: ${{ secrets.APP_DATABASE_URL }}')
  })

  it('names all that a command misses together', () => {
    const parts = ['source', 'destinations', 'encryption', 'identity', 'notifiers'] as const
    const all = load(fixture('complete.yml'))
    const error = errorOf(() => all.prepare({ jobs: ['app-db', 'shop'], destinations: ['azure'], parts }))
    expect(error.code).toBe('config-variable-missing')
    expect(error.message.split('\n')).toEqual([
      'APP_DATABASE_URL is not set (holdfast.yml:40 jobs.app-db.source.url)',
      'SLACK_URL is not set (holdfast.yml:65 notifiers.ops.url)',
      'MYSQL_PWD is not set (holdfast.yml:58 jobs.shop.source.password)',
      'AZURE_STORAGE_CONNECTION_STRING is not set (holdfast.yml:22 destinations.azure.connection-string)',
    ])
  })

  it('lists the variables of a command without any being set', () => {
    const parts = ['source', 'destinations', 'encryption'] as const
    expect(config().variables({ jobs: ['app-db'], parts })).toEqual([
      { name: 'APP_DATABASE_URL', required: true, path: 'jobs.app-db.source.url' },
      { name: 'HOLDFAST_ROLE_ARN', required: false, path: 'destinations.offsite.role-arn' },
    ])
    expect(config().variables({ jobs: ['home'], parts: ['identity'] })).toEqual([
      { name: 'HOLDFAST_IDENTITY', required: true, path: 'encryption.identity' },
    ])
  })

  it('reports problems of several parts together once the variables are there', () => {
    const text = job('source: { type: directory, path: /x, format: "${A}" }\nevery: ${A}\ntimeout: ${B}')
    const error = errorOf(() => load(text, { A: 'x', B: 'y' }).prepare({ jobs: ['home'], parts: ['source'] }))
    expect(error.message.split('\n').map((line) => line.split(':')[1])).toEqual(['6', '7', '8'])
  })

  it('checks rules over several keys only when their values are known', () => {
    const s3 = (keys: string) => `version: 1\ndestinations: { s: { type: s3, bucket: b, ${keys} } }`
    const both = 'access-key-id: "${K:-}", secret-access-key: "${S:-}"'
    expect(load(s3(both)).destination('s').settings).toEqual({ type: 's3', bucket: 'b' })
    expect(errorOf(() => load(s3(both), { K: 'k' }).destination('s')).message).toMatch(
      /secret-access-key: missing: its variable is empty$/,
    )
    expect(errorOf(() => load(s3('access-key-id: k'))).message).toMatch(/secret-access-key: needed beside/)
  })
})

describe('properties', () => {
  const value = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })

  it('no value of a variable changes anything but its own text', () => {
    fc.assert(
      fc.property(value, (text) => {
        const config = load(job('source: { type: command, run: [echo, "${A}", "<${A}>"] }'), { A: text })
        expect(config.job('home').source.settings).toMatchObject({ run: ['echo', text, `<${text}>`] })
      }),
      { numRuns: 200, examples: [['}'], ['"], evil: [x'], ['${B}'], ['a: b\n- c'], ['$${A}']] },
    )
  })

  it('a literal is read as itself', () => {
    const odd = fc.string({ unit: fc.constantFrom('$', '{', '}', 'A', ':', '-') })
    fc.assert(
      fc.property(odd, (text) => {
        const expected = text === '' ? [] : [{ kind: 'text', text }]
        expect(parseInterpolation(literal(text))).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
