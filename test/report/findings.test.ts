import { expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { collectFindings, unsaid } from '../../src/report/findings.ts'

const finding = (severity: Finding['severity'], message: string): Finding => ({
  severity,
  code: 'tampered',
  message,
})

test('warnings and errors are kept, what is only information and other events are not', () => {
  const { reporter, findings } = collectFindings()
  reporter.on({ type: 'step', message: 'looking' })
  reporter.on({ type: 'finding', finding: finding('info', 'fine') })
  reporter.on({ type: 'finding', finding: finding('warning', 'hm') })
  reporter.on({ type: 'finding', finding: finding('error', 'bad') })
  expect(findings).toEqual([finding('warning', 'hm'), finding('error', 'bad')])
})

test('what the outcome says already is not said again, nor anything twice', () => {
  const findings = [
    finding('error', 'local: the manifest is damaged'),
    finding('error', 'new'),
    finding('error', 'new'),
    finding('error', 'told'),
  ]
  const outcome = { warnings: [finding('warning', 'told')], errors: [{ message: 'the manifest is damaged' }] }
  expect(unsaid(findings, outcome)).toEqual([finding('error', 'new')])
})
