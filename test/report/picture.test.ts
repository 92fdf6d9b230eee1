import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { markdownPage } from '../../scripts/docs/markdown-page.ts'
import { drawSummary } from '../../scripts/docs/picture.ts'
import { outcomeDocument } from '../../src/report/document.ts'
import { githubSummary } from '../../src/report/github-summary.ts'
import * as samples from './samples.ts'

/** Width and height of a PNG: the first fields of its first chunk. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

const documentOf = (command: string, results: readonly object[]) =>
  outcomeDocument({ command, results, warnings: [], errors: [], exitCode: 0 })

it('a job summary is tables to a browser, and can be drawn', () => {
  const documents = [documentOf('backup', samples.backups), documentOf('cleanup', samples.cleanups)]
  const [document = documentOf('backup', [])] = documents
  const summary = githubSummary({ document, documents })
  const page = markdownPage(summary)
  expect(page.match(/<table>/g)).toHaveLength(3)
  // A table that is broken shows its bars.
  expect(page.replace(/<[^>]*>/g, '')).not.toMatch(/\| /)
  const scratch = mkdtempSync(join(tmpdir(), 'holdfast-drawn-'))
  try {
    const png = join(scratch, 'summary.png')
    drawSummary(summary, png, { width: 900, height: 500 })
    expect(sizeOf(png)).toEqual([900, 500])
    // An empty page of this size has some 3 kB.
    expect(statSync(png).size).toBeGreaterThan(15_000)
  } finally {
    rmSync(scratch, { recursive: true })
  }
})

it('the picture in the documents is small enough for them', () => {
  expect(statSync('docs/images/job-summary.png').size).toBeLessThan(200_000)
})
