import { HoldfastError } from '../../../errors/error.ts'
import type { Session } from '../connection/session.ts'

/** What a server says of itself. */
export interface ServerFacts {
  /** Such as `15.18`. */
  readonly version: string
  /** Such as 150018. */
  readonly number: number
  readonly major: number
  readonly standby: boolean
  readonly superuser: boolean
  /** The user that the session really is. */
  readonly user: string
  /** Identifies the cluster and its copies; absent where the user may not read it. */
  readonly systemIdentifier?: string
  /** The session does not talk to the server itself: a pooler hands it on. */
  readonly pooled: boolean
}

interface FactsRow {
  readonly [name: string]: unknown
  readonly version: string
  readonly number: string
  readonly standby: boolean
  readonly superuser: boolean
  readonly user: string
  readonly process: number
}

const facts = `select split_part(current_setting('server_version'), ' ', 1) as version,
  current_setting('server_version_num') as number, pg_catalog.pg_is_in_recovery() as standby,
  current_setting('is_superuser') = 'on' as superuser, current_user::text as "user",
  pg_catalog.pg_backend_pid() as process`

/** Asks a server what it is. */
export async function serverFacts(session: Session): Promise<ServerFacts> {
  const [row] = await session.query<FactsRow>(facts)
  if (row === undefined) throw new Error('the server did not answer')
  const { version, standby, superuser, user } = row
  const number = Number(row.number)
  const identifier = await session
    .query<{ id: string }>('select system_identifier::text as id from pg_catalog.pg_control_system()')
    .then(([found]) => found?.id)
    .catch(() => undefined)
  return {
    version,
    number,
    major: Math.floor(number / 10_000),
    standby,
    superuser,
    user,
    ...(identifier !== undefined && { systemIdentifier: identifier }),
    pooled: session.processId !== null && session.processId !== row.process,
  }
}

/** Errors: `database-pooled` where a pooler stands between. */
export function refusePooler({ pooled }: ServerFacts): void {
  if (!pooled) return
  throw new HoldfastError('database-pooled', 'the URL leads to a connection pooler, which breaks snapshots', {
    hint: 'Name the host and port of the server itself in the URL.',
  })
}
