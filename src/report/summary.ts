import type { OutcomeDocument } from './document.ts'
import { code, escapeMarkdown, withinBytes } from './markdown.ts'
import { backupLines, cleanupLines, restoreLines, verifyLines } from './summary-tables.ts'

/** GitHub takes a megabyte a step and drops the whole summary beyond it. */
const limit = 900 * 1024
const troublesShown = 500

const marks = { success: '✅', partial: '⚠️', stale: '⚠️', busy: '⏳', refused: '🛑', cancelled: '⏹️' } as const

/** The commands whose results have a table of their own; the results of others are in `--json` only. */
const sections: Readonly<Record<string, (results: readonly never[]) => string[]>> = {
  backup: backupLines,
  verify: verifyLines,
  drill: verifyLines,
  cleanup: cleanupLines,
  prune: cleanupLines,
  restore: restoreLines,
}

function troubleLines({ errors, warnings }: OutcomeDocument): string[] {
  const errorLines = errors.map(({ code: name, message, hint }) => {
    const advice = hint === undefined ? '' : `<br>${escapeMarkdown(hint)}`
    return `- ❌ ${code(name)} ${escapeMarkdown(message)}${advice}`
  })
  const warningLines = warnings.map(
    ({ code: name, message }) => `- ⚠️ ${code(name)} ${escapeMarkdown(message)}`,
  )
  return [...errorLines, ...warningLines].slice(0, troublesShown)
}

/** The job summary of an outcome in Markdown, under 900 KiB: what ran, with what result, and every trouble. */
export function markdownSummary(document: OutcomeDocument): string {
  const { command, status, results } = document
  const mark = status in marks ? marks[status as keyof typeof marks] : '❌'
  const section = sections[command]
  const body = section && results.length > 0 ? section(results as readonly never[]) : []
  const trouble = troubleLines(document)
  const lines = [
    `### ${mark} holdfast ${escapeMarkdown(command)}: ${status}`,
    '',
    ...(trouble.length > 0 ? [...trouble, ''] : []),
    ...body,
  ]
  return withinBytes(lines, limit)
}
