import type { RestoredCopy } from '../../../domain/copy.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { loadSql } from '../restore/load.ts'
import type { Throwaway } from '../throwaway/server.ts'

async function* one(sql: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(sql)
}

async function maskOne(context: SourceContext, server: Throwaway, database: string, sql: string) {
  const { address, version } = server
  try {
    await loadSql(context, one(sql), { address, flavor: version.flavor, database })
  } catch (cause) {
    context.signal.throwIfAborted()
    if (!hasCode(cause, 'restore-failed')) throw cause
    // ERROR 1146 (42S02) at line 2: Table 'shop.usres' doesn't exist
    const said = String((cause.context as { said?: unknown }).said ?? cause.message)
    const [, line, why = said] = /^ERROR [^:]*?(?: at line (\d+))?: (.*)$/.exec(said) ?? []
    const where = line === undefined ? '' : ` at line ${line}`
    throw new HoldfastError('mask-failed', `masking ${database} failed${where}: ${why}`, {
      hint: 'Correct the SQL of the input mask; the copy is removed, nothing unmasked stays.',
      context: { database },
      cause,
    })
  }
}

/** A copy on a throwaway server, for whoever keeps it; undefined where nothing was restored. */
export function restoredCopy(
  context: SourceContext,
  server: Throwaway,
  databases: readonly string[],
): RestoredCopy | undefined {
  const [first] = databases
  if (first === undefined || server.urlOf === undefined) return undefined
  return {
    url: server.urlOf(first),
    ...(server.container !== undefined && { container: server.container }),
    async run(sql) {
      for (const database of databases) await maskOne(context, server, database, sql)
    },
    remove: () => server.stop(),
  }
}
