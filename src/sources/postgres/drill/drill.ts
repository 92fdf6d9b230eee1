import type { DrillCheck, DrillOptions, DrillResult } from '../../../domain/drill.ts'
import type { Chain, SourceContext } from '../../../domain/source.ts'
import { serverCheck } from '../../no-server.ts'
import { whileItRuns } from '../../server-gone.ts'
import { openSession } from '../connection/session.ts'
import { openRestoreClient, type RestoreClient } from '../restore/client.ts'
import { type StoredDump, storedDump } from '../restore/layout.ts'
import { openThrowaway } from '../throwaway/open.ts'
import type { ThrowawayServer } from '../throwaway/server.ts'
import { asking } from './asking.ts'
import { compareCopy, evidenceOf } from './compare.ts'
import { type CopiedDatabase, copyDump } from './copy.ts'
import { librariesOf } from './extensions.ts'
import { restoredCopy } from './restored.ts'

const totalBytes = ({ link }: StoredDump): number => link.streams.reduce((sum, { bytes }) => sum + bytes, 0)

/** Indexes and the log come on top of what a dump holds. */
const clusterFactor = 2

async function tablesOf(
  { database }: CopiedDatabase,
  server: ThrowawayServer,
  context: SourceContext,
): Promise<number> {
  const session = await openSession(server.settings, context, database)
  try {
    const [row] = await session.query<{ count: string }>(
      `select count(*) as count from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
    )
    return Number(row?.count)
  } finally {
    await session.close()
  }
}

/** A backup that brings back nothing proves nothing. */
function tableCheck(tables: number): DrillCheck {
  return {
    name: 'tables',
    result: tables > 0 ? 'passed' : 'failed',
    expected: 'at least 1',
    found: String(tables),
  }
}

async function inspectCopies(
  copies: readonly CopiedDatabase[],
  server: ThrowawayServer,
  client: RestoreClient,
  context: SourceContext,
  { scratch, inspect }: DrillOptions,
): Promise<readonly DrillCheck[]> {
  const [first] = copies
  if (first === undefined || inspect === undefined) return []
  return inspect({
    directory: scratch,
    query: asking(server.settings, first.database, context),
    environment: client.environmentFor(first.database),
  })
}

async function drillOn(
  dump: StoredDump,
  server: ThrowawayServer,
  context: SourceContext,
  options: DrillOptions,
): Promise<DrillResult & { readonly isKept: boolean }> {
  const client = await openRestoreClient(server.settings, dump.major, context, server.container)
  try {
    const copy = await copyDump(dump, server, client, context)
    options.onRestored?.()
    const compared: DrillCheck[] = []
    let tables = 0
    for (const database of copy.databases) {
      tables += await tablesOf(database, server, context)
      compared.push(...(await compareCopy(database, server, context)))
    }
    const own = await inspectCopies(copy.databases, server, client, context, options)
    const checks = [...copy.checks, tableCheck(tables), ...compared, ...own]
    const kept =
      options.keeper && checks.every(({ result }) => result === 'passed')
        ? restoredCopy(server, copy.databases, context)
        : undefined
    if (kept !== undefined) options.keeper?.take(kept)
    return {
      isKept: kept !== undefined,
      checks,
      // What did not come back was not compared either.
      evidence:
        copy.databases.length === dump.databases.length
          ? evidenceOf(dump.databases.map(({ fingerprint }) => fingerprint))
          : 'load-only',
      tables,
      bytes: totalBytes(dump),
      versions: { server: server.version, client: client.version },
    }
  } finally {
    await client.dispose()
  }
}

/** Restores every database of a dump on a throwaway server and compares it with what the backup says of itself. */
export async function drillDump(
  context: SourceContext,
  chain: Chain,
  options: DrillOptions,
): Promise<DrillResult> {
  const dump = storedDump(chain)
  const needs = {
    major: dump.major,
    bytes: totalBytes(dump) * clusterFactor,
    scratch: options.scratch,
    keeper: options.keeper,
    preload: librariesOf(dump.databases.flatMap(({ fingerprint }) => fingerprint?.extensions ?? [])),
    ...(dump.systemIdentifier !== undefined && { systemIdentifier: dump.systemIdentifier }),
  }
  let server: ThrowawayServer
  try {
    server = await openThrowaway(options.server, needs, context)
  } catch (error) {
    context.signal.throwIfAborted()
    return { checks: [serverCheck(error, context.warn)], evidence: 'load-only', bytes: 0 }
  }
  let stays = false
  try {
    const running = server
    const { isKept, ...result } = await whileItRuns(
      { name: `the throwaway server ${server.name}`, ended: server.ended },
      context,
      () => drillOn(dump, running, context, options),
      { isKept: false, evidence: 'load-only', bytes: 0 },
    )
    stays = isKept
    return result
  } finally {
    if (!stays) await server.remove()
  }
}
