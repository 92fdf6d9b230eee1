import type { DrillCheck } from '../../../domain/drill.ts'
import type { Session } from '../connection/session.ts'

/** Where extensions come from that are no part of PostgreSQL: Debian's package and an image that has it. */
const homes: Readonly<Record<string, { readonly package: string; readonly image?: string }>> = {
  postgis: { package: 'postgis-3', image: 'postgis/postgis:{major}-3.5' },
  postgis_raster: { package: 'postgis-3', image: 'postgis/postgis:{major}-3.5' },
  postgis_topology: { package: 'postgis-3', image: 'postgis/postgis:{major}-3.5' },
  timescaledb: { package: 'timescaledb', image: 'timescale/timescaledb:latest-pg{major}' },
  vector: { package: 'pgvector', image: 'pgvector/pgvector:pg{major}' },
  pg_cron: { package: 'cron' },
  pg_partman: { package: 'partman' },
  hll: { package: 'hll' },
  hypopg: { package: 'hypopg' },
  pgaudit: { package: 'pgaudit' },
  pgrouting: { package: 'pgrouting' },
  rum: { package: 'rum' },
}

/** Extensions that cannot be made unless the server has loaded their library at its start. */
const loadedAtStart = new Set(['citus', 'pg_cron', 'pgaudit', 'timescaledb'])

/** The libraries that the extensions of all databases of a backup want. */
export function librariesOf(extensions: readonly { readonly name: string }[]): string[] {
  return [...new Set(extensions.map(({ name }) => name))].filter((name) => loadedAtStart.has(name))
}

/** Extensions that came with PostgreSQL itself, and the first major that has them no more. */
const dropped: Readonly<Record<string, number>> = { adminpack: 17, old_snapshot: 17 }

/** How a server gets an extension. */
export function extensionHint(extension: string, major: number): string {
  const gone = dropped[extension]
  if (gone !== undefined && major >= gone) {
    return `PostgreSQL ${gone} dropped it: drill on a server older than that under verify.server, or drop the extension at the source`
  }
  const home = homes[extension]
  const packaged = `install postgresql-${major}-${home?.package ?? extension.replaceAll('_', '-')} there`
  const image = home?.image?.replaceAll('{major}', String(major))
  return image === undefined
    ? `${packaged}, or name an image that has it under verify.server`
    : `${packaged}, or set verify.server to {image: "${image}"}`
}

/** One failed check for each extension that the server does not have. */
export async function missingExtensions(
  session: Session,
  extensions: readonly { readonly name: string; readonly version: string }[],
  server: { readonly name: string; readonly major: number },
): Promise<DrillCheck[]> {
  const rows = await session.query<{ name: string }>(
    'select name::text as name from pg_catalog.pg_available_extensions',
  )
  const there = new Set(rows.map(({ name }) => name))
  return extensions
    .filter(({ name }) => !there.has(name))
    .map(({ name, version }) => ({
      name: `extension ${name}`,
      result: 'failed',
      expected: version,
      found: `${server.name} does not have it: ${extensionHint(name, server.major)}`,
    }))
}
