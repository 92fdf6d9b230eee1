import { formatAge, minuteOf } from '../duration.ts'
import { isGood } from '../status-word.ts'
import { html, type Markup } from './markup.ts'

/** A state as a badge: its word, and a colour that says the same. */
export function badge(word: string, kind: 'good' | 'warn' | 'bad' | 'none'): Markup {
  return html`<span class="badge ${kind}">${word}</span>`
}

/** Of `status`: nobody demanded signatures, and a proof that failed is worse than what is late. */
export function stateBadge(state: string): Markup {
  if (isGood(state) || state === 'unsigned') return badge(state, 'good')
  return badge(state, state === 'proof-failed' ? 'bad' : 'warn')
}

/** A moment: how long ago it was when the pages were written, the time itself below. */
export function moment(time: string | null, now: Date): Markup {
  if (time === null) return html`<span class="dim">never</span>`
  const age = formatAge(now.getTime() - Date.parse(time))
  return html`<time datetime="${time}">${age}<small>${minuteOf(time)}</small></time>`
}
