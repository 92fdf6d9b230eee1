import { runTool } from '../../../process/run-tool.ts'
import type { RestoreClient } from './client.ts'
import type { StoredDatabase, StoredDump } from './layout.ts'
import { type ListedEntry, parseList, parseScript, type ScriptEntry } from './toc.ts'

/** What an archive of pg_dump holds, without its rows. */
export interface ArchiveContents {
  readonly listed: readonly ListedEntry[]
  readonly entries: readonly ScriptEntry[]
}

/** A script of a schema with a hundred thousand functions is long. */
const maxOutput = 512 * 1024 ** 2

async function read(
  client: RestoreClient,
  dump: StoredDump,
  stream: string,
  args: readonly string[],
): Promise<string> {
  // The contents stand at the beginning: pg_restore stops reading there.
  const parts = { stdin: dump.link.open(stream) }
  const { stdout } = await client.run('pg_restore', undefined, args, parts, (call) =>
    runTool({ ...call, maxOutput }),
  )
  return stdout.toString('utf8')
}

/** Reads the contents of an archive in the custom format. */
export async function readArchive(
  client: RestoreClient,
  dump: StoredDump,
  { stream }: StoredDatabase,
): Promise<ArchiveContents> {
  const list = await read(client, dump, stream.name, ['--list'])
  const script = await read(client, dump, stream.name, ['--verbose', '--schema-only', '--file=-'])
  return { listed: parseList(list), entries: parseScript(script) }
}
