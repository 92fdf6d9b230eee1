import { formatBytes, formatPercent, plural } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { html, type Markup, type Part } from './markup.ts'
import type { Site, SiteBackup, SiteJob } from './site.ts'
import { table } from './table.ts'
import { badge, moment } from './words.ts'

/** Recovery points that a page shows. */
const shown = 200

const columns = [
  { title: 'Backup' },
  { title: 'Made' },
  { title: 'Level' },
  { title: 'Needs' },
  { title: 'Source', number: true },
  { title: 'Stored', number: true },
  { title: 'Took', number: true },
  { title: 'Where' },
]

/** What a backup is at one destination. */
function placeOf({ destination, complete, shredded, proven, held, signed }: SiteBackup): Markup {
  const word = shredded ? 'shredded' : complete ? (proven ? 'proven' : 'there') : 'incomplete'
  const kind = shredded || !complete ? 'bad' : proven ? 'good' : 'none'
  const more = [...(held ? ['held'] : []), ...(signed ? [] : ['unsigned'])].join(', ')
  return html`<span>${destination} ${badge(word, kind)}${more === '' ? undefined : html`<small>${more}</small>`}</span>`
}

function rowOf(now: Date, copies: readonly [SiteBackup, ...SiteBackup[]]): Part[] {
  const [{ id, createdAt, level, chain, sourceBytes, storedBytes, seconds, tags }] = copies
  const needed = chain.slice(0, -1)
  const share =
    sourceBytes > 0 ? html`<small>${formatPercent(storedBytes / sourceBytes)} of it</small>` : undefined
  return [
    html`<code>${id}</code>${tags.length > 0 ? html`<small>${tags.join(', ')}</small>` : undefined}`,
    moment(createdAt, now),
    level === 0 ? 'full' : `level ${level}`,
    needed.length > 0
      ? html`<span class="chain">${needed.map((each) => html`<code>${each}</code>`)}</span>`
      : undefined,
    formatBytes(sourceBytes),
    html`${formatBytes(storedBytes)}${share}`,
    formatDuration(seconds * 1000),
    html`<span class="places">${copies.map(placeOf)}</span>`,
  ]
}

/** Every backup of a job once, with its chain and where it lies. */
export function recoveryPoints({ now }: Site, { places }: SiteJob): Markup {
  const byId = new Map<string, [SiteBackup, ...SiteBackup[]]>()
  for (const backup of places.flatMap(({ backups }) => backups)) {
    const copies = byId.get(backup.id)
    if (copies) copies.push(backup)
    else byId.set(backup.id, [backup])
  }
  const all = [...byId.values()].sort(([a], [b]) => (a.createdAt < b.createdAt ? 1 : -1))
  if (all.length === 0) return html`<p class="dim">none yet</p>`
  const more = all.length - shown
  const rest = more > 0 ? html`<p class="dim">and ${plural(more, 'older one')}</p>` : undefined
  return html`${table(
    columns,
    all.slice(0, shown).map((copies) => rowOf(now, copies)),
  )}${rest}`
}
