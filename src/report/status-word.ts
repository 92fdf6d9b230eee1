import type { Style } from './style.ts'

const good = new Set(['success', 'done', 'ok', 'passed', 'stored', 'fresh', 'not-due', 'skipped', 'present'])
const doubtful = new Set(['partial', 'inconclusive', 'unproven', 'unsigned', 'warning', 'busy', 'dry-run'])

/** Whether a status word means that all is well. */
export function isGood(status: string): boolean {
  return good.has(status)
}

/** The coloured mark of a status word; a word that nobody knows is shown as a failure. */
export function statusMark(status: string, style: Style): string {
  if (good.has(status)) return style.green('✓')
  return doubtful.has(status) ? style.yellow('!') : style.red('✗')
}
