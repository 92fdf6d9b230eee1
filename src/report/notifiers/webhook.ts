import type { Secret } from '../../domain/secret.ts'
import { headline, occasionOf } from './headline.ts'
import { deliver } from './http.ts'
import type { Notice, Notifier, NotifierSurroundings, Occasion } from './notice.ts'

export interface WebhookSettings {
  readonly url: Secret
  readonly on: readonly Occasion[]
}

/** What is posted: the notice without its log, `event` being the most alarming of `events`. */
function webhookBody(notice: Notice): object {
  const { occasions, log: _, time, facts, ...rest } = notice
  return {
    format: 1,
    event: occasionOf(notice),
    events: occasions,
    title: headline(notice),
    time: time.toISOString(),
    ...rest,
    facts: Object.fromEntries(facts),
  }
}

/** A URL that gets the outcome as JSON. */
export function createWebhook(
  name: string,
  settings: WebhookSettings,
  surroundings: NotifierSurroundings,
): Notifier {
  return {
    name,
    wants: ({ occasions }) => occasions.some((occasion) => settings.on.includes(occasion)),
    send: (notice, signal) =>
      deliver({
        url: settings.url.reveal(),
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(webhookBody(notice)),
        signal,
        environment: surroundings.environment,
      }),
  }
}
