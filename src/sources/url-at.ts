import { Secret } from '../domain/secret.ts'

/** Where a server listens on TCP, and as whom. */
export interface ServerAccess {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: Secret
}

/** The URL of a database, as most clients read it. */
export function urlAt(
  scheme: 'mysql' | 'postgres',
  { host, port, user, password }: ServerAccess,
  database: string,
): Secret {
  const place = host.includes(':') ? `[${host}]` : host
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password.reveal())}`
  return new Secret(`${scheme}://${login}@${place}:${port}/${encodeURIComponent(database)}`)
}
