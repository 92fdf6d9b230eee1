import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import type { CleanupResult, ListResult, VerifyResult } from '../../src/report/results.ts'
import { createStyle } from '../../src/report/style.ts'
import { renderBackups } from '../../src/report/views/backup.ts'
import { renderCleanup } from '../../src/report/views/cleanup.ts'
import { renderDoctor } from '../../src/report/views/doctor.ts'
import { renderList } from '../../src/report/views/list.ts'
import { renderPlan } from '../../src/report/views/plan.ts'
import { chainText, renderRestores } from '../../src/report/views/restore.ts'
import { renderShow } from '../../src/report/views/show.ts'
import { renderReport, renderStatus } from '../../src/report/views/status.ts'
import { renderSync } from '../../src/report/views/sync.ts'
import { renderVerifications } from '../../src/report/views/verify.ts'
import type { View } from '../../src/report/views/view.ts'
import { renderWorkflows } from '../../src/report/views/workflows.ts'
import { displayWidth } from '../../src/report/width.ts'
import * as samples from './samples.ts'

const doctor: { subject: string; findings: Finding[] }[] = [
  {
    subject: 'this host',
    findings: [
      { severity: 'ok', code: 'tool', message: 'GNU tar 1.34' },
      {
        severity: 'warning',
        code: 'clock-drift',
        message: 'the clock is 4 s ahead of the store',
        hint: 'Turn on NTP.',
        command: 'timedatectl set-ntp true',
      },
    ],
  },
  {
    subject: 'destination offsite',
    findings: [
      {
        severity: 'error',
        code: 'store-unwritable',
        message: 'put was refused',
        names: ['manifests/', 'data/'],
      },
    ],
  },
]

const views: Record<string, (view: View) => string> = {
  backup: (view) => renderBackups(samples.backups, view),
  list: (view) => renderList(samples.list, view),
  report: (view) => renderReport(samples.reports, view),
  status: (view) => renderStatus(samples.statuses, view),
  cleanup: (view) => renderCleanup(samples.cleanups, view),
  sync: (view) => renderSync(samples.syncs, view),
  verify: (view) => renderVerifications(samples.verifications, view),
  restore: (view) => renderRestores(samples.restores, view),
  show: (view) => renderShow(samples.show, view),
  doctor: (view) => renderDoctor(doctor, view),
  plan: (view) => renderPlan(samples.legs, view),
  workflows: (view) => renderWorkflows(samples.workflows, view),
}

const viewOf = (width: number | undefined, colour = false): View => ({
  style: createStyle(colour),
  now: samples.now,
  ...(width === undefined ? {} : { width }),
})

describe.each(Object.entries(views))('view of %s', (_, render) => {
  it.each([80, 140])('in %d columns', (width) => {
    const text = render(viewOf(width))
    expect(`\n${text}\n`).toMatchSnapshot()
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })

  it('differs from the coloured one by its colours only', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is removed.
    const bare = render(viewOf(100, true)).replace(/\x1b\[\d+m/g, '')
    const tidy = (text: string) => text.split('\n').map((line) => line.trimEnd())
    expect(tidy(bare)).toEqual(tidy(render(viewOf(100))))
  })
})

describe('views of little or much', () => {
  const view = viewOf(undefined)

  it('say so when there is nothing', () => {
    expect([
      renderBackups([], view),
      renderList([], view),
      renderStatus([], view),
      renderCleanup([], view),
      renderVerifications([], view),
      renderRestores([], view),
      renderDoctor([], view),
      renderPlan([], view),
      renderReport([], view),
      renderWorkflows([], view),
      renderSync([], view),
    ]).toEqual([
      'nothing to back up',
      'no backups yet',
      'no jobs',
      'nothing to clean up',
      'nothing to verify',
      'nothing restored',
      'all is well',
      'nothing to run',
      'no jobs',
      'no workflows',
      'no job has two destinations',
    ])
  })

  it('cut nothing where the output is a file', () => {
    expect(renderList(samples.list, view)).toContain('日本語のタグ, release-2026.11-with-a-long-name')
  })

  it('count what is too long to show', () => {
    const garbage = Array.from({ length: 12 }, (_, index) => ({ key: `k${index}`, bytes: 1, reason: '' }))
    const cleanup = samples.cleanups[0] as CleanupResult
    expect(renderCleanup([{ ...cleanup, garbage }], view)).toContain('    and 2 more')
    const damaged = Array.from({ length: 2021 }, (_, index) => `k${index}`)
    const verify = samples.verifications[0] as VerifyResult
    expect(renderVerifications([{ ...verify, damaged }], view)).toContain('    and 2,001 more')
    expect(chainText(['a', 'b', 'c', 'd'])).toBe('a → 2 more → d')
  })

  it('says of a backup with paths that could not be read that it is partial', () => {
    expect(renderList([{ ...(samples.list[0] as ListResult), unread: 2 }], view)).toContain('partial')
    expect(renderList([samples.list[0] as ListResult], view)).not.toContain('partial')
  })

  it('let no name steer the terminal', () => {
    const text = renderList([{ ...(samples.list[0] as ListResult), destination: 'x\x1b[2J' }], view)
    expect(text).toContain('x\\x1b[2J')
    expect(text).not.toContain('\x1b')
  })

  it('call a backup failed when no destination has it, and all fine when it is', () => {
    const [backup] = samples.backups
    const none = {
      ...backup,
      status: undefined,
      destinations: [{ name: 'a', status: 'failed', storedBytes: 0, sentBytes: 0 }],
    }
    expect(renderBackups([none as never], view)).toMatch(/^✗ .* {2}failed/)
    expect(renderStatus(samples.statuses.slice(0, 1), view)).toContain('all 1 row fine')
  })
})
