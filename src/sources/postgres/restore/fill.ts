import type { SourceContext } from '../../../domain/source.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import type { RestoreClient } from './client.ts'
import type { StoredDatabase, StoredDump } from './layout.ts'
import { type LoadOptions, loadDump } from './load.ts'
import { spooled } from './spool.ts'

/** How a dump is loaded into a database that is there. */
export interface FillOptions extends LoadOptions {
  /** Workers; more than one needs the archive in a file. */
  readonly jobs: number
}

/** Loads one database of a backup, and has the server look at what it got. */
export async function fillDatabase(
  dump: StoredDump,
  stored: StoredDatabase,
  database: string,
  client: RestoreClient,
  settings: ConnectionSettings,
  { jobs, ...options }: FillOptions,
  context: SourceContext,
): Promise<void> {
  const open = () => dump.link.open(stored.stream.name)
  if (jobs > 1 && stored.format === 'custom' && client.onHost) {
    const args = [...(options.args ?? []), `--jobs=${jobs}`]
    await spooled(open(), stored.stream.bytes, context, (path) =>
      loadDump(client, database, stored.format, { path }, { ...options, args }),
    )
  } else {
    await loadDump(client, database, stored.format, { stream: open() }, options)
  }
  // Statistics are not in a dump: without them the first queries would be planned blindly.
  const session = await openSession(settings, context, database)
  await session.query('analyze').finally(() => session.close())
}
