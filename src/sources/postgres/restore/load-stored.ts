import type { Readable } from 'node:stream'
import type { SourceContext } from '../../../domain/source.ts'
import type { RestoreClient } from './client.ts'
import type { StoredDatabase } from './layout.ts'
import { type LoadOptions, loadDump } from './load.ts'
import { unpacked } from './unpack.ts'

/** How a dump is loaded into a database that is there. */
export interface FillOptions extends LoadOptions {
  /** Workers; more than one needs the archive on a disk. */
  readonly jobs: number
}

/**
 * Loads a stored dump into a database that is there: from its stream where that is enough, by way of scratch space where
 * pg_restore has to seek. Errors: those of loading and of unpacking.
 */
export async function loadStored(
  { stream, format }: StoredDatabase,
  open: () => Readable,
  database: string,
  client: RestoreClient,
  { jobs, ...options }: FillOptions,
  context: SourceContext,
): Promise<void> {
  const parallel = jobs > 1 && format !== 'plain'
  if (format !== 'directory' && !parallel) {
    await loadDump(client, database, format, { stream: open() }, options)
    return
  }
  const args = [...(options.args ?? []), ...(parallel ? [`--jobs=${jobs}`] : [])]
  await unpacked({ open, format, bytes: stream.bytes }, context, async (path) =>
    loadDump(client, database, format, { path: await client.pathOf(path) }, { ...options, args }),
  )
}
