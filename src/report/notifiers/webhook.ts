import { headline, occasionOf } from './headline.ts'
import { createJsonPost, type JsonPostSettings } from './json-post.ts'
import type { Notice, Notifier, NotifierSurroundings } from './notice.ts'

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
  settings: JsonPostSettings,
  surroundings: NotifierSurroundings,
): Notifier {
  return createJsonPost(name, settings, surroundings, webhookBody)
}
