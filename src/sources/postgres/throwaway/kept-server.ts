import { randomBytes } from 'node:crypto'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { freePort, loopback } from '../../../process/free-port.ts'
import type { ServerAccess } from '../../url-at.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import { quoteLiteral } from '../sql/literal.ts'
import { quoteIdentifier } from '../sql/quote.ts'

/** How a server of this host is reached by others than the one who started it. */
export interface ListeningPlan {
  readonly host: string
  readonly port: number
  /** Settings besides those of every throwaway server. */
  readonly settings: Readonly<Record<string, string>>
}

const host = loopback

/** A port of the loopback for a server that is kept. */
export async function listeningPlan(): Promise<ListeningPlan> {
  const port = await freePort()
  return { host, port, settings: { listen_addresses: host, password_encryption: 'scram-sha-256' } }
}

/** Gives the superuser a password: by TCP nobody comes in without it. */
export async function withPassword(
  settings: ConnectionSettings,
  { port }: ListeningPlan,
  context: SourceContext,
): Promise<ServerAccess> {
  const { user } = settings
  const password = new Secret(randomBytes(24).toString('base64url'))
  const session = await openSession(settings, context)
  try {
    await session.query(`alter role ${quoteIdentifier(user)} password ${quoteLiteral(password.reveal())}`)
  } finally {
    await session.close()
  }
  return { host, port, user, password }
}
