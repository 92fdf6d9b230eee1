import type { Finding } from '../../domain/finding.ts'
import { maskSecrets } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { maskedValue } from '../masked.ts'
import type { Notice, Notifier } from './notice.ts'

/** A notice without any secret: what goes out to others has no other guard. */
function maskedNotice(notice: Notice): Notice {
  const { time, log, ...rest } = notice
  return {
    ...(maskedValue(rest) as Omit<Notice, 'time' | 'log'>),
    time,
    log: log.map((line) => ({ ...line, text: maskSecrets(line.text) })),
  }
}

function complaint(name: string, error: unknown, seconds: number): Finding {
  const late = error instanceof Error && error.name === 'TimeoutError'
  const known = error instanceof HoldfastError ? error : undefined
  const why = late ? `no answer within ${seconds} s` : (known?.message ?? (error as Error).message)
  return {
    severity: 'warning',
    code: 'notification-failed',
    message: maskSecrets(`the notifier ${name} was not told: ${why}`),
    hint: known?.hint ?? `Look at notifiers.${name}; the run itself is not harmed.`,
  }
}

/** Resolves or rejects with the signal's reason, also where `work` does not heed the signal. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason)
    if (signal.aborted) late()
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

/**
 * Tells everybody who wants to hear of it, all at once, none for longer than `limit` milliseconds. Never rejects: what
 * went wrong is returned as warnings.
 */
export async function tellAll(
  notifiers: readonly Notifier[],
  notice: Notice,
  limit: number,
): Promise<readonly Finding[]> {
  const masked = maskedNotice(notice)
  const told = notifiers
    .filter((notifier) => notifier.wants(notice))
    .map(async (notifier) => {
      const signal = AbortSignal.timeout(limit)
      try {
        await within((async () => notifier.send(masked, signal))(), signal)
        return []
      } catch (error) {
        return [complaint(notifier.name, error, limit / 1000)]
      }
    })
  return (await Promise.all(told)).flat()
}
