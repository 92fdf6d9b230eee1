import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { problemsOf } from '../../scripts/house-rules/rules.ts'

const badTime = [
  'Date.now()',
  'export const now = Date.now',
  'new Date()',
  'performance.now()',
  'process.hrtime.bigint()',
  'globalThis.setTimeout(f, 1)',
]
const badPipes = [
  'a.pipe(b)',
  'a.b().pipe(c, { end: false })',
  'a?.pipe(b)',
  'a\n  .pipe(b)\n  .on("error", c)',
]
const others: [text: string, rule: string][] = [
  ['setTimeout(f, 1)', 'lint/style/noRestrictedGlobals'],
  ["import { setTimeout as s } from 'node:timers/promises'\ns(1)", 'lint/style/noRestrictedImports'],
  ['export default 1', 'lint/style/noDefaultExport'],
]
const clock = 'export const now = () => new Date()\nsetTimeout(() => now(), Date.now())'
const good = 'export const at = (time: number) => new Date(time)'

describe('the linter', () => {
  const found = new Map<string, string[]>()

  /** Lints all samples in one run, in a project of the same configuration. */
  beforeAll(() => {
    const project = mkdtempSync(join(tmpdir(), 'holdfast-lint-'))
    cpSync('biome.json', join(project, 'biome.json'))
    cpSync('scripts/lint', join(project, 'scripts/lint'), { recursive: true })
    writeFileSync(join(project, '.gitignore'), 'node_modules/\n')
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(project, file)), { recursive: true })
      writeFileSync(join(project, file), `${text}\n`)
    }
    for (const [index, text] of [...badTime, ...badPipes, ...others.map(([bad]) => bad)].entries()) {
      write(`src/report/bad-${index}.ts`, text)
    }
    write('src/report/good.ts', good)
    write('src/process/clock.ts', clock)
    write('test/report/x.test.ts', clock)
    const args = ['lint', '--reporter=json', '--max-diagnostics=none']
    const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, { cwd: project, encoding: 'utf8' })
    rmSync(project, { recursive: true })
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { category: string; message: string; location: { path: string } }[]
    }
    for (const { category, message, location } of diagnostics) {
      found.set(location.path, [
        ...(found.get(location.path) ?? []),
        category === 'plugin' ? message : category,
      ])
    }
  })

  it.each(badTime.map((text, index) => [text, index] as const))('refuses %j in src', (_text, index) => {
    expect(found.get(`src/report/bad-${index}.ts`)?.join()).toContain(
      "Time comes through the domain's Clock only",
    )
  })

  it.each(badPipes.map((text, index) => [text, index + badTime.length] as const))(
    'refuses %j',
    (_text, index) => {
      expect(found.get(`src/report/bad-${index}.ts`)?.join()).toContain(
        'Use pipeline() of node:stream/promises',
      )
    },
  )

  it.each(
    others.map(([text, rule], index) => [text, rule, index + badTime.length + badPipes.length] as const),
  )('refuses %j in src by %s', (_text, rule, index) => {
    expect(found.get(`src/report/bad-${index}.ts`)).toContain(rule)
  })

  it('leaves a given time, the clock itself and tests alone', () => {
    expect(found.size).toBeGreaterThan(0)
    expect(
      ['src/report/good.ts', 'src/process/clock.ts', 'test/report/x.test.ts'].map((file) => found.get(file)),
    ).toEqual([undefined, undefined, undefined])
  })
})

describe('house rules', () => {
  const found = (file: string, text: string) => problemsOf(file, () => text)

  it('refuse unfinished work, with its line', () => {
    const marker = ['TO', 'DO'].join('')
    expect(found('src/report/x.ts', `const a = 1\n// ${marker}: b\n`)).toEqual([
      'src/report/x.ts:2: unfinished work belongs into an issue',
    ])
  })

  it('refuse names that say nothing, and files that are too long', () => {
    expect(found('src/report/string-utils.ts', '')).toHaveLength(1)
    expect(found('src/report/x.ts', 'a\n'.repeat(201))).toHaveLength(1)
    expect(found('src/report/x.ts', 'a\n'.repeat(200))).toEqual([])
  })

  it('refuse errors that are written otherwise', () => {
    const thrown = (message: string, hint: string) =>
      `throw new HoldfastError('usage', '${message}', {\n  hint: '${hint}',\n})`
    expect(found('src/report/x.ts', thrown('no such job', 'See the names under jobs.'))).toEqual([])
    expect(found('src/report/x.ts', thrown('No such job', 'See the names under jobs.'))).toHaveLength(1)
    expect(found('src/report/x.ts', thrown('no such job.', 'See the names under jobs.'))).toHaveLength(1)
    expect(found('src/report/x.ts', thrown('no such job', 'see names'))).toHaveLength(1)
    expect(found('src/report/x.ts', thrown('S3 is gone', 'See it.'))).toEqual([])
  })
})
