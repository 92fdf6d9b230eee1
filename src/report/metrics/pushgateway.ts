import type { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { deliver } from '../notifiers/http.ts'
import type { Sample } from './sample.ts'
import { metricsText } from './text.ts'

/** A group for each job: pushing the numbers of one leaves those of the others alone. */
function groupUrl(gateway: string, job: string): { url: string; headers: Record<string, string> } {
  const url = new URL(gateway)
  const { username, password } = url
  url.username = ''
  url.password = ''
  url.pathname = `${url.pathname.replace(/\/$/, '')}/metrics/job/holdfast/backup_job/${encodeURIComponent(job)}`
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return {
    url: url.href,
    headers: {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      ...(username !== '' && { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }),
    },
  }
}

/**
 * Pushes samples of one job to a Prometheus push gateway; a name and a password may stand in its URL. Errors:
 * `notification-failed`.
 */
export async function pushMetrics(
  gateway: Secret,
  job: string,
  samples: readonly Sample[],
  options: { readonly signal: AbortSignal; readonly environment: Readonly<Record<string, string>> },
): Promise<void> {
  if (!URL.canParse(gateway.reveal())) {
    throw new HoldfastError(
      'notification-failed',
      'metrics were not pushed: the URL of the gateway is none',
      {
        hint: 'Write metrics.pushgateway as http://host:9091.',
      },
    )
  }
  await deliver({ ...groupUrl(gateway.reveal(), job), body: metricsText(samples), ...options })
}
