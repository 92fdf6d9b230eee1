import type { Readable } from 'node:stream'
import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { RestoreClient } from './client.ts'
import type { StoredDatabase, StoredDump } from './layout.ts'
import { type ListedEntry, parseList, parseScript, type ScriptEntry } from './toc.ts'
import { unpacked } from './unpack.ts'

/** What an archive of pg_dump holds, without its rows. */
export interface ArchiveContents {
  readonly listed: readonly ListedEntry[]
  readonly entries: readonly ScriptEntry[]
}

/** A script of a schema with a hundred thousand functions is long. */
const maxOutput = 512 * 1024 ** 2

type Feed = { readonly path: string } | { readonly open: () => Readable }

async function read(client: RestoreClient, feed: Feed, args: readonly string[]): Promise<string> {
  // The contents stand at the beginning: pg_restore stops reading there.
  const parts = 'open' in feed ? { stdin: feed.open() } : {}
  const file = 'path' in feed ? [feed.path] : []
  const { stdout } = await client.run('pg_restore', undefined, [...args, ...file], parts, (call) =>
    runTool({ ...call, maxOutput }),
  )
  return stdout.toString('utf8')
}

async function readBoth(client: RestoreClient, feed: Feed): Promise<ArchiveContents> {
  const list = await read(client, feed, ['--list'])
  const script = await read(client, feed, ['--verbose', '--schema-only', '--file=-'])
  return { listed: parseList(list), entries: parseScript(script) }
}

/** Reads the contents of an archive in the custom or directory format. */
export async function readArchive(
  client: RestoreClient,
  dump: StoredDump,
  { stream, format }: StoredDatabase,
  context: SourceContext,
): Promise<ArchiveContents> {
  const open = () => dump.link.open(stream.name)
  if (format !== 'directory') return readBoth(client, { open })
  const use = async (path: string) => readBoth(client, { path: await client.pathOf(path) })
  return unpacked({ open, format, bytes: stream.bytes }, context, use, ['./toc.dat'])
}
