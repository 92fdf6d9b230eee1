import { HoldfastError } from '../../errors/error.ts'
import { createEmail, type EmailSettings } from './email.ts'
import { createHealthchecks, type HealthchecksSettings } from './healthchecks.ts'
import type { JsonPostSettings } from './json-post.ts'
import { createMezmo, type MezmoSettings } from './mezmo.ts'
import type { Notifier, NotifierSurroundings } from './notice.ts'
import { createSlack } from './slack.ts'
import { createWebhook } from './webhook.ts'

/** What `notifiers:` of a configuration says of one: settings in camel case, parsed and checked. */
export interface NotifierConfig {
  readonly name: string
  readonly type: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** The notifier of a configuration. Errors: `internal` for a type that the configuration's schema does not know. */
export function createNotifier(
  { name, type, settings }: NotifierConfig,
  surroundings: NotifierSurroundings,
): Notifier {
  const given: unknown = settings
  switch (type) {
    case 'slack':
      return createSlack(name, given as JsonPostSettings, surroundings)
    case 'webhook':
      return createWebhook(name, given as JsonPostSettings, surroundings)
    case 'email':
      return createEmail(name, given as EmailSettings, surroundings)
    case 'healthchecks':
      return createHealthchecks(name, given as HealthchecksSettings, surroundings)
    case 'mezmo':
      return createMezmo(name, given as MezmoSettings, surroundings)
    default:
      throw new HoldfastError('internal', `there is no notifier type ${type}`)
  }
}
