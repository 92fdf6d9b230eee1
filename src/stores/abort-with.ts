import type { Readable } from 'node:stream'

/** Destroys a body with the signal's own reason, also while nobody reads it. */
export function abortWith(body: Readable, signal: AbortSignal): void {
  const onAbort = () => void body.destroy(signal.reason)
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })
  body.once('close', () => signal.removeEventListener('abort', onAbort))
}
