import { describe, expect, it } from 'vitest'
import { HoldfastError } from '../../src/errors/error.ts'
import { outcomeDocument } from '../../src/report/document.ts'
import { githubSummary } from '../../src/report/github-summary.ts'
import { escapeMarkdown, sentence, withinBytes } from '../../src/report/markdown.ts'
import { wasVerified } from '../../src/report/verification.ts'
import * as samples from './samples.ts'

function summary(command: string, results: readonly object[], exitCode = 0, errors: readonly unknown[] = []) {
  const document = outcomeDocument({ command, results, warnings: [], errors, exitCode })
  return githubSummary({ document, documents: [document] })
}

/** Every row of every table must have as many cells as its head. */
function expectWholeTables(text: string) {
  const cells = (line: string) => line.replaceAll('\\|', '').split('|').length
  let head = 0
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) head = 0
    else if (head === 0) head = cells(line)
    else expect(cells(line)).toBe(head)
  }
}

describe('githubSummary', () => {
  it.each([
    ['backup', samples.backups, 3],
    ['verify', samples.verifications, 5],
    ['cleanup', samples.cleanups, 0],
    ['restore', samples.restores, 0],
    ['report', samples.reports, 4],
  ])('of %s', (command, results, exitCode) => {
    const text = summary(command, results as readonly object[], exitCode)
    expect(`\n${text}`).toMatchSnapshot()
    expectWholeTables(text)
  })

  it('names errors with their hints, and commands without a table', () => {
    const error = new HoldfastError('busy', 'leased by\n@someone <b>', { hint: 'Wait | see.' })
    expect(summary('sync', [{ x: 1 }], 6, [error])).toBe(
      '### ⏳ holdfast sync: busy\n\n- ❌ leased by<br>&#64;someone &#60;b&#62; `busy`<br>→ Wait &#124; see.\n\n',
    )
    expect(summary('backup', [], 1)).toBe('### ❌ Backup: failed\n\n')
  })

  it('stays under 900 KiB and says what it left out', () => {
    const line = { id: '20261118T010000Z-L0-abc234', reason: 'daily 1 of 7 (2026-11-18); '.repeat(20) }
    const result = {
      job: 'a',
      destination: 'b',
      deleted: Array(600).fill(line),
      kept: [],
      garbage: [],
      freedBytes: 0,
    }
    const text = summary('cleanup', Array(50).fill(result))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900 * 1024)
    expect(Buffer.byteLength(text)).toBeGreaterThan(800 * 1024)
    expect(text).toContain('… and 100 more')
    expect(text.endsWith('… cut here: the rest is in the results.\n')).toBe(true)
  })

  it('says of drills how many passed, names what is damaged once, and what was not compared', () => {
    const [good, bad] = samples.verifications.filter(wasVerified)
    const key = bad?.damaged[0] ?? ''
    const found = `object-damaged: ${key} is not what was written`
    const damaged = {
      ...bad,
      ...{ depth: 'restore', evidence: 'stream', restoredBytes: 0, rtoSeconds: 5 },
      checks: [{ name: 'restore', result: 'failed', expected: 'whole', found }],
    }
    const text = summary('verify', [{ ...good, restoredBytes: 1024 }, damaged], 5)
    expect(text).toContain('1 of 2 restores passed · 1.0 KiB restored · 1 min 40 s\n')
    expect(text.split(key)).toHaveLength(2)
    expect(text).toMatch(/\*\*home\*\*.*\| nothing \|\n/)
    expectWholeTables(text)
  })

  it('shows commands in hints as such', () => {
    expect(sentence('Run `holdfast list | cat`, *now*.')).toBe('Run `holdfast list \\| cat`, &#42;now&#42;.')
    expect(sentence('a ` b')).toBe('a &#96; b')
  })

  it('shows hostile names as they are', () => {
    const evil = { ...samples.cleanups[1], job: '<img src=x>|`@all' }
    const text = summary('cleanup', [evil as object])
    expect(text).not.toMatch(/<img|@all/)
    expectWholeTables(text)
    expect(escapeMarkdown('a_b*c')).toBe('a&#95;b&#42;c')
  })

  it('counts bytes, not characters', () => {
    const text = withinBytes(Array(100).fill('日本語'), 300)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300)
  })
})
