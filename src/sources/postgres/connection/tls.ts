import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ConnectionOptions, checkServerIdentity, getCACertificates } from 'node:tls'
import { HoldfastError } from '../../../errors/error.ts'
import type { Parameters } from './keywords.ts'
import type { ServerPlace } from './resolve.ts'

/** One way to try: without TLS, or with it so. */
export type TlsAttempt = false | ConnectionOptions

const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const

async function readPem(file: string, what: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new HoldfastError('tls-failed', `${what} ${file} cannot be read`, {
      hint: `Correct ${what} in the URL, or let this user read the file.`,
      context: { file },
      cause,
    })
  })
}

/**
 * The ways in which libpq would try a place, in order, by `sslmode` and the certificates beside it. Errors: `usage` for
 * an unknown mode, `tls-failed` for files that cannot be read.
 */
export async function tlsAttempts(
  { sslmode = 'prefer', sslrootcert, sslcert, sslkey, sslcrl, sslcrldir }: Parameters,
  { host }: ServerPlace,
  home: string,
): Promise<TlsAttempt[]> {
  const mode = modes.find((known) => known === sslmode)
  if (mode === undefined) {
    throw new HoldfastError('usage', `sslmode=${sslmode} is unknown`, {
      hint: `Use one of ${modes.join(', ')}.`,
    })
  }
  if (sslcrl !== undefined || sslcrldir !== undefined) {
    throw new HoldfastError('usage', 'revocation lists are not checked by this program', {
      hint: 'Leave sslcrl and sslcrldir out.',
    })
  }
  if (host.startsWith('/') || mode === 'disable') return [false]
  const usual = (name: string): string | undefined => {
    const file = join(home, '.postgresql', name)
    return existsSync(file) ? file : undefined
  }
  const root = sslrootcert ?? usual('root.crt')
  const cert = sslcert ?? usual('postgresql.crt')
  const key = sslkey ?? usual('postgresql.key')
  const system = root === 'system'
  // As libpq: a certificate authority that is named is believed in earnest.
  const verifies = mode.startsWith('verify') || (mode === 'require' && root !== undefined)
  const named = mode === 'verify-full' || system
  const options: ConnectionOptions = {
    rejectUnauthorized: verifies || system,
    ...(root !== undefined && verifies
      ? { ca: system ? getCACertificates('system') : await readPem(root, 'sslrootcert') }
      : {}),
    ...(cert !== undefined && key !== undefined
      ? { cert: await readPem(cert, 'sslcert'), key: await readPem(key, 'sslkey') }
      : {}),
    checkServerIdentity: named ? (_, peer) => checkServerIdentity(host, peer) : () => undefined,
  }
  if (mode === 'allow') return [false, options]
  return mode === 'prefer' ? [options, false] : [options]
}
