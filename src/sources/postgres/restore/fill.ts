import type { SourceContext } from '../../../domain/source.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import type { RestoreClient } from './client.ts'
import type { StoredDatabase, StoredDump } from './layout.ts'
import { type FillOptions, loadStored } from './load-stored.ts'

/** Loads one database of a backup, and has the server look at what it got. */
export async function fillDatabase(
  dump: StoredDump,
  stored: StoredDatabase,
  database: string,
  client: RestoreClient,
  settings: ConnectionSettings,
  options: FillOptions,
  context: SourceContext,
): Promise<void> {
  const open = () => dump.link.open(stored.stream.name)
  await loadStored(stored, open, database, client, options, context)
  // Statistics are not in a dump: without them the first queries would be planned blindly.
  const session = await openSession(settings, context, database)
  await session.query('analyze').finally(() => session.close())
}
