import { formatBytes } from '../bytes.ts'
import { comparedWith } from '../compared-with.ts'
import { formatDuration, minuteOf } from '../duration.ts'
import { rereadText } from '../reread.ts'
import { isGood, statusWord } from '../status-word.ts'
import { storedAt } from './index-page.ts'
import { html, type Markup } from './markup.ts'
import { page } from './page.ts'
import { recoveryPoints } from './recovery-points.ts'
import type { Site, SiteJob } from './site.ts'
import { table } from './table.ts'
import { badge, moment, stateBadge } from './words.ts'

function places({ now }: Site, job: SiteJob): Markup {
  const columns = [
    { title: 'At' },
    { title: 'State' },
    { title: 'Last backup' },
    { title: 'Last proof' },
    { title: 'Read back' },
    { title: 'Stored', number: true },
  ]
  const rows = job.places.map((place) => {
    const { destination, state, lastBackup, lastProof, reason, reread } = place.status
    const unknown = state === 'unreachable'
    return [
      destination,
      html`${stateBadge(state)}${reason === undefined ? undefined : html`<small class="reason">${reason}</small>`}`,
      unknown ? '?' : moment(lastBackup, now),
      unknown ? '?' : moment(lastProof, now),
      reread && rereadText(reread),
      unknown ? '?' : formatBytes(storedAt(place)),
    ]
  })
  return table(columns, rows)
}

function proofs({ now }: Site, job: SiteJob): Markup {
  const columns = [
    { title: 'Restored' },
    { title: 'Verdict' },
    { title: 'Backup' },
    { title: 'At' },
    { title: 'Compared with' },
    { title: 'Took (RTO)', number: true },
    { title: 'Age of the data (RPO)', number: true },
    { title: 'Proof' },
  ]
  const all = job.places.flatMap(({ status, restores }) =>
    restores.map((restore) => ({ ...restore, at: status.destination })),
  )
  if (all.length === 0)
    return html`<p class="dim">none yet: <code>holdfast drill</code> restores and compares</p>`
  const rows = all
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
    .map(({ finishedAt, passed, id, at, evidence, rtoSeconds, rpoSeconds, proof, signed }) => [
      moment(finishedAt, now),
      badge(passed ? 'passed' : 'failed', passed ? 'good' : 'bad'),
      html`<code>${id}</code>`,
      at,
      passed ? comparedWith(evidence) : undefined,
      formatDuration(rtoSeconds * 1000),
      formatDuration(rpoSeconds * 1000),
      html`<code>${proof}</code>${signed ? undefined : html`<small>unsigned</small>`}`,
    ])
  return table(columns, rows)
}

function runs({ runs: all }: SiteJob): Markup {
  if (all.length === 0) return html`<p class="dim">none</p>`
  const columns = [
    { title: 'When' },
    { title: 'What' },
    { title: 'Status' },
    { title: 'Backup' },
    { title: 'Took', number: true },
  ]
  const rows = all.map(({ startedAt, command, status, id, seconds }) => [
    minuteOf(startedAt),
    command,
    badge(statusWord(status), isGood(status) ? 'good' : status === 'partial' ? 'warn' : 'bad'),
    html`<code>${id}</code>`,
    formatDuration(seconds * 1000),
  ])
  return table(columns, rows)
}

/** One job: where it lies, its recovery points, its proofs, its log. */
export function jobPage(site: Site, job: SiteJob): string {
  return page(site, {
    title: job.name,
    lead: html`<p><a href="../index.html">← all backups</a> <span class="dim">· ${job.source}</span></p>`,
    body: html`${places(site, job)}
<h2>Recovery points</h2>
${recoveryPoints(site, job)}
<h2>Restores and their proofs</h2>
${proofs(site, job)}
<h2>Log</h2>
${runs(job)}`,
  })
}
