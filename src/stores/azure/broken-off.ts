import { HoldfastError } from '../../errors/error.ts'

/** How the SDK says that a body ended before its length, or that a connection was closed under it. */
const cutOff = /^Data corruption failure|^aborted$/
const sdkOnly = new Set(['REQUEST_SEND_ERROR', 'PARSE_ERROR'])

/**
 * What the SDK makes of a connection that broke while something was on its way; undefined for any other error. Call it
 * after looking at the run's own signals: an abort that is not theirs is the SDK's time limit.
 */
export function brokenOff(
  error: Error,
  { where, store }: { readonly where: string; readonly store: string },
): HoldfastError | undefined {
  const { code } = error as Error & { code?: unknown }
  const isLate = error.name === 'AbortError'
  if (!isLate && !cutOff.test(error.message) && !sdkOnly.has(String(code))) return undefined
  return new HoldfastError(
    'store-unreachable',
    isLate ? `${where} did not answer in time` : `the connection to ${where} broke off`,
    {
      hint: 'Check the network between this host and Azure; a proxy is set by HTTPS_PROXY.',
      context: { destination: store, at: where },
      retryable: true,
      cause: error,
    },
  )
}
