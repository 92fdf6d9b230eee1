import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeLock, platformOf } from '../../scripts/complete-lockfile.ts'
import { compareTrees, readTree } from '../../scripts/dist/tree.ts'
import { summarise } from '../../scripts/vitest/summary.ts'
import { findTools } from '../../scripts/vitest/tools.ts'

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'holdfast-tooling-'))
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

describe('compareTrees', () => {
  const bytes = (text: string) => Buffer.from(text)

  it('finds what is missing, too much, or other', () => {
    const fresh = new Map([
      ['a', bytes('1')],
      ['b', bytes('2')],
      ['c', bytes('3')],
    ])
    const committed = new Map([
      ['a', bytes('1')],
      ['b', bytes('x')],
      ['d', bytes('4')],
    ])
    expect(compareTrees(fresh, committed)).toEqual([
      'differs from a fresh build: b',
      'missing: c',
      'not part of a fresh build: d',
    ])
    expect(compareTrees(fresh, fresh)).toEqual([])
  })

  it('reads folders below, and nothing where there is none', () => {
    mkdirSync(join(scratch, 'main'))
    writeFileSync(join(scratch, 'main', 'index.js'), 'x')
    expect([...readTree(scratch).keys()]).toEqual(['main/index.js'])
    expect(readTree(join(scratch, 'absent')).size).toBe(0)
  })
})

describe('the lock file', () => {
  it.each([
    ['@x/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@x/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@x/binding-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
    ['@x/typescript-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['fsevents', undefined],
  ])('knows the platform of %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })

  it('gets the platform packages that npm left out, once', () => {
    const packages = {
      '': {},
      'node_modules/a': { dev: true, optionalDependencies: { 'a-darwin-x64': '1.2.3', b: '1.0.0' } },
    }
    expect(completeLock(packages)).toEqual(['a-darwin-x64'])
    expect(packages).toHaveProperty(['node_modules/a-darwin-x64'], {
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    })
    expect(completeLock(packages)).toEqual([])
  })

  it('lacks none', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    expect(completeLock(packages)).toEqual([])
  })
})

describe('the surroundings of a test run', () => {
  const tools = { found: ['age'], missing: ['zstd'] }
  const counts = { passed: 5, failed: 1, leftOut: new Map([['test/a.test.ts', 2]]) }

  it('are shown, and fail nothing by themselves', () => {
    const summary = summarise({ counts, tools, required: false, selective: false })
    expect(summary).toMatchObject({ passed: 5, failed: 1, mustFail: false })
    expect(summary.lines.join('\n')).toMatchInlineSnapshot(`
      "Real tools found: age
      Real tools missing: zstd; \`npm run setup:services\` installs them
      Tests left out: 2
        test/a.test.ts: 2"
    `)
  })

  it('fail where everything is required', () => {
    expect(summarise({ counts, tools, required: true, selective: false })).toMatchObject({
      failed: 4,
      mustFail: true,
    })
  })

  it('do not count tests that nobody asked for', () => {
    const complete = { found: ['age'], missing: [] }
    expect(summarise({ counts, tools: complete, required: true, selective: true })).toMatchObject({
      failed: 1,
      mustFail: false,
    })
  })

  it('are found on the path', () => {
    writeFileSync(join(scratch, 'jq'), '', { mode: 0o755 })
    writeFileSync(join(scratch, 'age'), '', { mode: 0o644 })
    const { found, missing } = findTools(scratch)
    expect(found).toContain('jq')
    expect(found).not.toContain('age')
    expect(missing).toContain('age')
  })
})

describe('the compiler', () => {
  it('is TypeScript 7, while tools that need its programming interface find version 6', () => {
    expect(execFileSync('node_modules/.bin/tsc', ['--version'], { encoding: 'utf8' })).toMatch(/^Version 7\./)
    expect(JSON.parse(readFileSync('node_modules/typescript/package.json', 'utf8')).version).toMatch(/^6\./)
  })
})

describe('.ci/run', () => {
  /** Runs it in a project whose npm does what the script `npm` says. */
  function run(npm: string) {
    mkdirSync(join(scratch, '.ci'))
    mkdirSync(join(scratch, 'bin'))
    writeFileSync(join(scratch, '.ci/run'), readFileSync('.ci/run'), { mode: 0o755 })
    writeFileSync(join(scratch, 'bin/npm'), `#!/bin/bash\n${npm}\n`, { mode: 0o755 })
    const { status, stdout } = spawnSync('bash', [join(scratch, '.ci/run')], {
      encoding: 'utf8',
      env: { PATH: `${join(scratch, 'bin')}:${join(process.cwd(), 'node_modules/.bin')}:/usr/bin:/bin` },
    })
    return { status, last: stdout.trimEnd().split('\n').at(-1) }
  }

  const tests = (passed: number, failed: number) =>
    `[ "$1" = test ] && { echo '{"passed":${passed},"failed":${failed}}' > "$HOLDFAST_TEST_COUNTS"; exit $((${failed} > 0)); }`

  it('sums tests and checks', () => {
    expect(run(`${tests(40, 0)}; exit 0`)).toEqual({ status: 0, last: '49 passed, 0 failed' })
  })

  it('fails with a failed test', () => {
    expect(run(`${tests(38, 2)}; exit 0`)).toEqual({ status: 1, last: '47 passed, 2 failed' })
  })

  it('goes on after a failed check', () => {
    expect(run(`${tests(40, 0)}; case "$*" in *lint*) exit 1;; esac`)).toEqual({
      status: 1,
      last: '48 passed, 1 failed',
    })
  })

  it('counts a test run that says nothing as a failure', () => {
    expect(run('[ "$1" = test ] && kill -9 $$; exit 0')).toEqual({ status: 1, last: '9 passed, 1 failed' })
  })

  it('says so when nothing could be installed', () => {
    expect(run('exit 1')).toEqual({ status: 1, last: '0 passed, 1 failed' })
  })
})
