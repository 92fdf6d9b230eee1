import type { Style } from './style.ts'

const good = new Set([
  'success',
  'done',
  'ok',
  'passed',
  'passes-on',
  'stored',
  'fresh',
  'not-due',
  'skipped',
  'present',
])
const doubtful = new Set([
  'partial',
  'inconclusive',
  'unproven',
  'unsigned',
  'warning',
  'busy',
  'dry-run',
  'left',
])

/** Whether a status word means that all is well. */
export function isGood(status: string): boolean {
  return good.has(status)
}

const words: Readonly<Record<string, string>> = {
  'not-due': 'not due yet',
  skipped: 'skipped: another run holds it',
  'dry-run': 'dry run',
  left: 'left for the next run',
  'passes-on': 'passes on',
}

/** A status word as a sentence would have it. */
export function statusWord(status: string): string {
  return words[status] ?? status
}

/** The coloured mark of a status word; a word that nobody knows is shown as a failure. */
export function statusMark(status: string, style: Style): string {
  if (good.has(status)) return style.green('✓')
  return doubtful.has(status) ? style.yellow('!') : style.red('✗')
}
