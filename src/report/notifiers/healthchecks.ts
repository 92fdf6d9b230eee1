import type { Secret } from '../../domain/secret.ts'
import { headline, troublesOf } from './headline.ts'
import { exchange, refused } from './http.ts'
import type { Notice, Notifier, NotifierSurroundings } from './notice.ts'

export interface HealthchecksSettings {
  readonly url?: Secret | undefined
  readonly startUrl?: Secret | undefined
  readonly successUrl?: Secret | undefined
  readonly failUrl?: Secret | undefined
}

/** Healthchecks keeps the first 100 kB of a body; the end of a log says more than its beginning. */
const longest = 90_000

type Ping = 'start' | 'success' | 'fail'

function pingOf({ occasions }: Pick<Notice, 'occasions'>): Ping {
  if (occasions.includes('failure')) return 'fail'
  return occasions.includes('start') ? 'start' : 'success'
}

const suffixes: Readonly<Record<Ping, string>> = { start: '/start', success: '', fail: '/fail' }

function urlOf(settings: HealthchecksSettings, ping: Ping, runId: string): string | undefined {
  const own = { start: settings.startUrl, success: settings.successUrl, fail: settings.failUrl }[ping]
  const base = settings.url?.reveal()
  const text = own?.reveal() ?? base
  if (text === undefined || !URL.canParse(text)) return text
  const url = new URL(text)
  if (own === undefined) url.pathname = url.pathname.replace(/\/$/, '') + suffixes[ping]
  url.searchParams.set('rid', runId)
  return url.href
}

function bodyOf(notice: Notice): string {
  const log = notice.log
    .map(({ time, level, text }) => `${time.toISOString()} - ${level} - ${text}`)
    .join('\n')
  return [headline(notice), ...troublesOf(notice), '', log.slice(-longest)].join('\n')
}

/**
 * Pings of a dead man's switch: when a backup starts, succeeds and fails, with the run's id and its log. Other switches
 * than Healthchecks do as well: one that takes no POST gets a GET.
 */
export function createHealthchecks(
  name: string,
  settings: HealthchecksSettings,
  { environment }: NotifierSurroundings,
): Notifier {
  return {
    name,
    wants: (notice) =>
      notice.command === 'backup' &&
      notice.occasions.some((occasion) => ['start', 'success', 'failure'].includes(occasion)) &&
      urlOf(settings, pingOf(notice), '') !== undefined,
    async send(notice, signal) {
      const url = urlOf(settings, pingOf(notice), notice.runId) ?? ''
      const call = { url, signal, environment }
      const headers = { 'content-type': 'text/plain; charset=utf-8' }
      const posted = await exchange({ ...call, headers, body: bodyOf(notice) })
      const { status, text } = [404, 405, 501].includes(posted.status)
        ? await exchange({ ...call, method: 'GET' })
        : posted
      if (status < 200 || status >= 300) throw refused(status, text)
    },
  }
}
