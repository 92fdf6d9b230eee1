import { formatBytes, plural } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { isGood } from '../status-word.ts'
import { bars } from './chart.ts'
import { html, type Part } from './markup.ts'
import { pageOf } from './names.ts'
import { page } from './page.ts'
import type { Site, SiteJob, SitePlace } from './site.ts'
import { table } from './table.ts'
import { moment, stateBadge } from './words.ts'

/** Backups that a chart shows. */
const charted = 20

const columns = [
  { title: 'State' },
  { title: 'Job' },
  { title: 'At' },
  { title: 'Last backup' },
  { title: 'Last proof' },
  { title: 'Recovery points', number: true },
  { title: 'Stored', number: true },
  { title: 'Sizes' },
  { title: 'Durations' },
]

export const storedAt = ({ backups }: SitePlace): number =>
  backups.reduce((sum, { storedBytes }) => sum + storedBytes, 0)

function rowOf({ now }: Site, { name, source }: SiteJob, place: SitePlace): Part[] {
  const { status, backups } = place
  const curve = backups.slice(0, charted).reverse()
  const unknown = status.state === 'unreachable'
  return [
    stateBadge(status.state),
    html`<a href="${pageOf(name)}"><strong>${name}</strong></a><small>${source}</small>`,
    status.destination,
    unknown ? '?' : moment(status.lastBackup, now),
    unknown ? '?' : moment(status.lastProof, now),
    unknown ? '?' : backups.filter(({ complete, shredded }) => complete && !shredded).length,
    unknown ? '?' : formatBytes(storedAt(place)),
    bars(
      curve.map(({ storedBytes }) => storedBytes),
      'stored sizes',
      formatBytes,
    ),
    bars(
      curve.map(({ seconds }) => seconds),
      'durations',
      (seconds) => formatDuration(seconds * 1000),
    ),
  ]
}

/** All jobs at a glance: a row for each job at each destination. */
export function indexPage(site: Site): string {
  const places = site.jobs.flatMap((job) => job.places)
  const bad = places.filter(({ status: { state } }) => !isGood(state) && state !== 'unsigned').length
  const facts = [
    bad === 0 ? 'All fresh and proven as wanted' : `${bad} of ${places.length} need attention`,
    plural(site.jobs.length, 'job'),
    `${formatBytes(places.reduce((sum, place) => sum + storedAt(place), 0))} stored`,
  ]
  const rows = site.jobs.flatMap((job) => job.places.map((place) => rowOf(site, job, place)))
  return page(site, {
    title: 'Backups',
    lead: html`<p class="${bad === 0 ? 'good' : 'warn'}">${facts.join(' · ')}</p>`,
    body: table(columns, rows),
  })
}
