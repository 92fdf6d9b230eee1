import { maskSecrets } from '../../domain/secret.ts'
import { createNotifier } from '../../report/notifiers/create.ts'
import type { Notifier } from '../../report/notifiers/notice.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'

/**
 * Who is told of a job. One that cannot be used, because its variable is not set for instance, is a warning: a backup
 * that nobody hears of is better than none.
 */
export function notifiersOf(context: CommandContext, job: string): readonly Notifier[] {
  const { config, environment, identity } = context
  if (!config.jobNames.includes(job)) return []
  const complain = (what: string, thrown: unknown) => {
    const error = asHoldfastError(thrown)
    const message = maskSecrets(`${what} cannot be used: ${error.message}`)
    const hint = error.hint ?? `Look at notify of job ${job}.`
    tell(context, { severity: 'warning', code: 'notification-failed', message, hint }, job)
    return []
  }
  const names = (() => {
    try {
      return config.job(job).notify
    } catch (error) {
      return complain('notify', error)
    }
  })()
  return names.flatMap((name) => {
    try {
      return [createNotifier(config.notifier(name), { environment, host: identity.host })]
    } catch (error) {
      return complain(`the notifier ${name}`, error)
    }
  })
}
