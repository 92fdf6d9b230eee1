import { jobNameOf } from '../job-name.ts'
import { variable } from '../yaml-text.ts'
import type { PgbakServer } from './servers.ts'

/** A server, and the names that it gets in the configuration. */
export interface NamedServer extends PgbakServer {
  readonly job: string
  readonly destination: string
  readonly bucketText: string
  readonly urlVariable: string
  readonly keyVariable: string
  readonly appKeyVariable: string
  /** By `start`, `success` and `fail`. */
  readonly pingVariables: Readonly<Record<string, string>>
}

export interface PgbakPlan {
  /** Servers by the password of their archives: a configuration has one. */
  readonly groups: readonly { readonly passwordVariable: string; readonly servers: readonly NamedServer[] }[]
  /** Secrets, for `.env`. */
  readonly secrets: ReadonlyMap<string, string>
}

type Environment = Readonly<Record<string, string | undefined>>

const upper = (job: string) =>
  job
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, 'DB_')

function fallbackName(url: string): string {
  const { hostname, pathname } = new URL(url)
  return `${hostname}-${pathname.slice(1)}`
}

function named(
  server: PgbakServer,
  taken: Set<string>,
  secrets: Map<string, string>,
  environment: Environment,
): NamedServer {
  const job = jobNameOf(server.archiveName || fallbackName(server.url), taken, 'database')
  taken.add(job)
  const name = upper(job)
  const keep = (variableName: string, value: string) => {
    secrets.set(variableName, value)
    return variableName
  }
  const own = server.keyId !== '' || server.appKey !== '' || server.bucket !== ''
  const ofEnvironment = (variableName: string) => keep(variableName, environment[variableName] ?? '')
  const pingVariables = Object.fromEntries(
    Object.entries(server.pings)
      .filter(([, url]) => url !== '')
      .map(([kind, url]) => [kind, keep(`${name}_${kind.toUpperCase()}_URL`, url)]),
  )
  return {
    ...server,
    archiveName: server.archiveName || job,
    job,
    destination: own ? `b2-${job}` : 'b2',
    bucketText: server.bucket === '' ? variable(ofEnvironment('B2_BUCKET')) : JSON.stringify(server.bucket),
    urlVariable: keep(`${name}_DATABASE_URL`, server.url),
    keyVariable: server.keyId === '' ? ofEnvironment('B2_KEY_ID') : keep(`${name}_B2_KEY_ID`, server.keyId),
    appKeyVariable:
      server.appKey === '' ? ofEnvironment('B2_APP_KEY') : keep(`${name}_B2_APP_KEY`, server.appKey),
    pingVariables,
  }
}

/** Names for everything, and what is secret of it. Pure. */
export function planPgbak(servers: readonly PgbakServer[], environment: Environment): PgbakPlan {
  const secrets = new Map<string, string>([['B2_ENDPOINT', environment.B2_ENDPOINT ?? '']])
  const taken = new Set<string>()
  const all = servers.map((server) => named(server, taken, secrets, environment))
  const usual = environment.ARCHIVE_PASSWORD ?? ''
  const groups = [...Map.groupBy(all, ({ password }) => password || usual)].map(([password, members]) => {
    const [first] = members
    const passwordVariable =
      password === usual ? 'ARCHIVE_PASSWORD' : `${upper(first?.job ?? '')}_ARCHIVE_PASSWORD`
    secrets.set(passwordVariable, password)
    return { passwordVariable, servers: members }
  })
  const { MEZMO_INGESTION_KEY: mezmo } = environment
  if (mezmo) secrets.set('MEZMO_INGESTION_KEY', mezmo)
  return { groups, secrets }
}
