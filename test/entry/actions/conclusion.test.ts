import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Stage } from '../../../src/entry/actions/host/action-spec.ts'
import { concludeStages } from '../../../src/entry/actions/host/conclusion.ts'
import { setOutputs, writeResults } from '../../../src/entry/actions/host/outputs.ts'
import { root as rootAction } from '../../../src/entry/actions/root.ts'
import { HoldfastError } from '../../../src/errors/error.ts'

const stage = (command: string, exitCode: number, results: readonly object[] = []): Stage => ({
  command,
  outcome: { results, warnings: [], errors: [], exitCode },
})
const conclude = (stages: readonly Stage[], failOnWarning = false) =>
  concludeStages(rootAction, stages, [], failOnWarning).document

describe('several commands of one action', () => {
  it.each([
    [[0, 0, 0], 0, 'success'],
    [[3, 0], 3, 'partial'],
    [[3, 5], 5, 'unverified'],
    [[0, 0, 7], 7, 'refused'],
    [[1, 5, 7], 5, 'unverified'],
    [[0, 130], 130, 'cancelled'],
    [[6], 6, 'busy'],
    [[], 0, 'success'],
  ])('of %j come to %i, %s', (codes, exitCode, status) => {
    expect(conclude(codes.map((code) => stage('backup', code)))).toMatchObject({ exitCode, status })
  })

  it('are told apart in the results, and only where there are several', () => {
    expect(conclude([stage('backup', 0, [{ job: 'a' }])]).results).toEqual([{ job: 'a' }])
    expect(
      conclude([stage('backup', 0, [{ job: 'a' }]), stage('verify', 0, [{ job: 'a' }])]).results,
    ).toEqual([
      { command: 'backup', job: 'a' },
      { command: 'verify', job: 'a' },
    ])
  })

  it('keep their own exit code where warnings are forbidden and something failed anyway', () => {
    const warned: Stage = {
      command: 'backup',
      outcome: {
        results: [],
        warnings: [{ severity: 'warning', code: 'path-changed', message: 'x' }],
        errors: [new HoldfastError('busy', 'leased')],
        exitCode: 6,
      },
    }
    expect(conclude([warned], true)).toMatchObject({ exitCode: 6, errors: [{ code: 'busy' }] })
    const fine = { ...warned, outcome: { ...warned.outcome, errors: [], exitCode: 0 } }
    expect(conclude([fine], true)).toMatchObject({ exitCode: 1, errors: [{ code: 'failed-on-warning' }] })
    expect(conclude([fine])).toMatchObject({ exitCode: 0, errors: [] })
  })
})

describe('warnings', () => {
  it('name their job, once each, whether told or in an outcome', () => {
    const finding = { severity: 'warning', code: 'path-changed', message: '2 files changed' } as const
    const told = [
      { job: 'a', finding },
      { job: 'b', finding },
      { job: 'a', finding },
    ]
    const info = { finding: { severity: 'info', code: 'confirmed', message: 'yes' } } as const
    const again: Stage = {
      command: 'backup',
      outcome: { results: [], warnings: [finding], errors: [], exitCode: 0 },
    }
    expect(concludeStages(rootAction, [again], [...told, info], false).document.warnings).toEqual([
      { ...finding, job: 'a' },
      { ...finding, job: 'b' },
    ])
  })
})

describe('outputs', () => {
  let scratch: string
  const before = process.env.GITHUB_OUTPUT
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'holdfast-outputs-'))
    process.env.GITHUB_OUTPUT = join(scratch, 'output')
    writeFileSync(join(scratch, 'output'), '')
  })
  afterEach(() => {
    if (before === undefined) delete process.env.GITHUB_OUTPUT
    else process.env.GITHUB_OUTPUT = before
    rmSync(scratch, { recursive: true })
  })

  it('hold less than a megabyte, the file everything', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      job: `job-${index}`,
      reason: 'x'.repeat(80),
    }))
    const document = conclude([stage('cleanup', 0, many)])
    const file = writeResults(document, undefined, scratch)
    setOutputs(document, file, {})
    const written = readFileSync(join(scratch, 'output'), 'utf8')
    expect(Buffer.byteLength(written)).toBeLessThan(1_000_000)
    expect(written).toContain('"code":"results-too-large"')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ results: { length: 20_000 } })
  })

  it('of several lines cannot end early', () => {
    setOutputs(conclude([]), 'r.json', { evil: 'a\nEOF\nstatus<<EOF\nhacked\nEOF' })
    const [, mark = ''] = /^evil<<(\S+)$/m.exec(readFileSync(join(scratch, 'output'), 'utf8')) ?? []
    expect(mark).toMatch(/^holdfast_[0-9a-f-]{36}$/)
  })
})
