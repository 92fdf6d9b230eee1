import { factsOf, headline, markedHeadline, occasionOf, troublesOf } from './headline.ts'
import type { Notice } from './notice.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** Lines of the log that a mail shows: the last ones. */
const logLines = 200

function logOf({ log }: Notice): string {
  return log
    .slice(-logLines)
    .map(({ time, level, text }) => `${time.toISOString()} - ${level} - ${text}`)
    .join('\n')
}

function footer({ host, id, run, time }: Notice): [label: string, value: string][] {
  return [
    ['Host', host],
    ['Time', time.toISOString()],
    ...(id === undefined ? [] : [['Backup', id] as [string, string]]),
    ...(run?.url === undefined ? [] : [['Run', run.url] as [string, string]]),
  ]
}

function textOf(notice: Notice): string {
  const facts = [...factsOf(notice), ...footer(notice)]
  const width = Math.max(...facts.map(([label]) => label.length)) + 2
  const log = logOf(notice)
  return [
    headline(notice),
    '',
    ...facts.map(([label, value]) => `${`${label}:`.padEnd(width)}${value}`),
    ...troublesOf(notice).flatMap((trouble) => ['', trouble]),
    ...(log === '' ? [] : ['', 'Log:', log]),
    '',
  ].join('\n')
}

function htmlOf(notice: Notice): string {
  const row = ([label, value]: readonly [string, string]) =>
    `<tr><td style="color:#666;padding:2px 16px 2px 0">${escaped(label)}</td><td>${
      /^https?:\/\//.test(value) ? `<a href="${escaped(value)}">${escaped(value)}</a>` : escaped(value)
    }</td></tr>`
  const trouble = (text: string) =>
    `<p style="border-left:4px solid #c33;padding-left:12px">${escaped(text).replaceAll('\n', '<br>')}</p>`
  const log = logOf(notice)
  return [
    '<div style="font-family:sans-serif">',
    `<h2>${escaped(markedHeadline(notice))}</h2>`,
    `<table>${[...factsOf(notice), ...footer(notice)].map(row).join('')}</table>`,
    ...troublesOf(notice).map(trouble),
    ...(log === '' ? [] : [`<pre style="font-size:12px;color:#444">${escaped(log)}</pre>`]),
    '</div>',
  ].join('\n')
}

/** A mail in text and in HTML, marked urgent where something failed. */
export function mailOf(notice: Notice, { to, from }: { to: readonly string[]; from: string }) {
  const urgent = ['failure', 'proof-failed', 'stale'].includes(occasionOf(notice))
  return {
    from,
    to: [...to],
    subject: `[holdfast] ${headline(notice)}`,
    text: textOf(notice),
    html: htmlOf(notice),
    date: notice.time,
    priority: urgent ? ('high' as const) : ('normal' as const),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
