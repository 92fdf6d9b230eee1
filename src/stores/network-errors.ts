import { HoldfastError } from '../errors/error.ts'

/** Codes of connections that broke or did not come about, and may the next time. */
const passing = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
  'ERR_PROXY_TUNNEL',
])

const certificate =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)$/

/** The system's code of an error or of what caused it; the first of several tried addresses speaks for all. */
function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return networkCode(error.errors[0])
  return networkCode(error.cause)
}

function hostnameOf(error: unknown): string | undefined {
  return error instanceof Error && 'hostname' in error && typeof error.hostname === 'string'
    ? error.hostname
    : undefined
}

function tlsHint(code: string, host: string): string {
  if (/^ERR_SSL_(WRONG_VERSION|PACKET|HTTP)|^EPROTO/.test(code)) {
    return `Check the endpoint: ${host} does not speak TLS there. Write http:// if that is meant, or name the port of https.`
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `Use the name that stands in the certificate of ${host} as the endpoint, or get a certificate for this one.`
  }
  if (/EXPIRED|NOT_YET/.test(code))
    return `Renew the certificate of ${host}, and check the clock of this host.`
  return `If ${host} has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to a PEM file with that authority.`
}

/**
 * What a failed connection to `host` means: `tls-failed`, or `store-unreachable` (retryable). Undefined for an error
 * that is none of the network's.
 */
export function networkError(
  error: unknown,
  { host, store, doing }: { readonly host: string; readonly store: string; readonly doing: string },
): HoldfastError | undefined {
  const code = networkCode(error)
  if (code === undefined) return undefined
  const context = { destination: store, host, system: code }
  if (certificate.test(code)) {
    return new HoldfastError('tls-failed', `no trusted connection to ${host}: ${code}`, {
      hint: tlsHint(code, host),
      context,
      cause: error,
    })
  }
  if (!passing.has(code)) return undefined
  // The name that was looked for can be another than the store's: it may have the bucket's before it.
  const sought = hostnameOf(error) ?? host
  return new HoldfastError('store-unreachable', `cannot ${doing}: ${sought} cannot be reached (${code})`, {
    hint: `Check the endpoint, the name service and the network between this host and ${sought}; a proxy is set by HTTPS_PROXY.`,
    context,
    retryable: true,
    cause: error,
  })
}
