import type { Secret } from '../../domain/secret.ts'
import { deliver } from './http.ts'
import type { Notice, Notifier, NotifierSurroundings, Occasion } from './notice.ts'

export interface JsonPostSettings {
  readonly url: Secret
  readonly on: readonly Occasion[]
}

/** A notifier that posts what `bodyOf` makes of a notice, as JSON, to a URL. */
export function createJsonPost(
  name: string,
  settings: JsonPostSettings,
  surroundings: NotifierSurroundings,
  bodyOf: (notice: Notice) => object,
): Notifier {
  return {
    name,
    wants: ({ occasions }) => occasions.some((occasion) => settings.on.includes(occasion)),
    send: (notice, signal) =>
      deliver({
        url: settings.url.reveal(),
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(bodyOf(notice)),
        signal,
        environment: surroundings.environment,
      }),
  }
}
