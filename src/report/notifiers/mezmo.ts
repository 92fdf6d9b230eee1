import type { Secret } from '../../domain/secret.ts'
import { headline, troublesOf } from './headline.ts'
import { deliver } from './http.ts'
import type { Notice, Notifier, NotifierSurroundings } from './notice.ts'

export interface MezmoSettings {
  readonly ingestionKey: Secret
  readonly hostname?: string | undefined
  readonly url?: string | undefined
}

const endpoint = 'https://logs.mezmo.com/logs/ingest'

function linesOf(notice: Notice): object[] {
  const { job, command, status, id, time } = notice
  const bad = notice.errors.length > 0
  const meta = { job, command, status, ...(id !== undefined && { id }) }
  const line = (text: string, level: string, when: Date) => ({
    line: text,
    app: 'holdfast',
    level,
    timestamp: when.getTime(),
    meta,
  })
  const last = [headline(notice), ...troublesOf(notice)].join('\n')
  return [
    ...notice.log.map((each) => line(each.text, each.level, each.time)),
    line(last, bad ? 'ERROR' : notice.warnings.length > 0 ? 'WARNING' : 'INFO', time),
  ]
}

/** The lines of every run, shipped to Mezmo when it has ended. */
export function createMezmo(
  name: string,
  settings: MezmoSettings,
  { environment, host }: NotifierSurroundings,
): Notifier {
  return {
    name,
    wants: ({ occasions }) => !occasions.includes('start'),
    async send(notice, signal) {
      const url = new URL(settings.url ?? endpoint)
      url.searchParams.set('hostname', settings.hostname ?? host)
      url.searchParams.set('now', String(notice.time.getTime()))
      const authorization = `Basic ${Buffer.from(`${settings.ingestionKey.reveal()}:`).toString('base64')}`
      await deliver({
        url: url.href,
        headers: { 'content-type': 'application/json; charset=utf-8', authorization },
        body: JSON.stringify({ lines: linesOf(notice) }),
        signal,
        environment,
      })
    },
  }
}
