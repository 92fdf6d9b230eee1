import { Secret } from '../../../domain/secret.ts'
import { HoldfastError } from '../../../errors/error.ts'

/** How strict TLS is: as the clients of MySQL say it. */
export type TlsMode = 'disabled' | 'preferred' | 'required' | 'verify-ca' | 'verify-identity'

/** Where a server is and who asks it. */
export interface Address {
  readonly host?: string
  readonly port?: number
  readonly socket?: string
  readonly user: string
  readonly password?: Secret
  /** That of the URL's path. */
  readonly database?: string
  readonly tls: TlsMode
  /** File of the certificates to trust. */
  readonly tlsCa?: string
}

const tlsModes: Readonly<Record<string, TlsMode>> = {
  disabled: 'disabled',
  preferred: 'preferred',
  required: 'required',
  verify_ca: 'verify-ca',
  verify_identity: 'verify-identity',
}

function refuse(message: string, hint: string): HoldfastError {
  return new HoldfastError('usage', message, { hint })
}

function tlsOf(text: string | null): TlsMode {
  if (text === null) return 'preferred'
  const mode = tlsModes[text.toLowerCase().replaceAll('-', '_')]
  if (mode !== undefined) return mode
  throw refuse(
    `ssl-mode of the database URL is not known: ${text}`,
    'Write ssl-mode=DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY.',
  )
}

/**
 * Reads `mysql://user:password@host:port/database?socket=&ssl-mode=&ssl-ca=`. Errors: `usage`, which never show the URL.
 */
export function parseAddress(url: Secret): Address {
  let parsed: URL
  try {
    parsed = new URL(url.reveal())
  } catch {
    throw refuse(
      'the database URL cannot be read',
      'Write mysql://user:password@host:3306/database; percent-encode special characters in user and password.',
    )
  }
  const known = new Set(['socket', 'ssl-mode', 'ssl-ca'])
  for (const key of parsed.searchParams.keys()) {
    if (known.has(key)) continue
    throw refuse(`the database URL has an unknown parameter ${key}`, 'Use socket, ssl-mode and ssl-ca only.')
  }
  const decode = (text: string) => decodeURIComponent(text)
  const socket = parsed.searchParams.get('socket')
  const tlsCa = parsed.searchParams.get('ssl-ca')
  const database = decode(parsed.pathname.slice(1))
  return {
    ...(parsed.hostname === '' ? {} : { host: parsed.hostname.replace(/^\[(.*)\]$/, '$1') }),
    ...(parsed.port === '' ? {} : { port: Number(parsed.port) }),
    ...(socket === null ? {} : { socket }),
    user: decode(parsed.username) || 'root',
    ...(parsed.password === '' ? {} : { password: new Secret(decode(parsed.password)) }),
    ...(database === '' ? {} : { database }),
    tls: tlsOf(parsed.searchParams.get('ssl-mode')),
    ...(tlsCa === null ? {} : { tlsCa }),
  }
}

/** What people may see of where a server is. */
export function placeOf({ host, port, socket }: Address): string {
  return socket ?? `${host ?? 'localhost'}:${port ?? 3306}`
}
