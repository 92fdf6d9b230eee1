import type { RestoredCopy } from '../../../domain/copy.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { openSession } from '../connection/session.ts'
import type { ThrowawayServer } from '../throwaway/server.ts'
import type { CopiedDatabase } from './copy.ts'

/** Where in a text of several lines a server found an error; its positions count characters from 1. */
function lineOf(sql: string, position: unknown): string {
  const at = Number(position)
  return Number.isInteger(at) && at > 0 ? ` at line ${sql.slice(0, at - 1).split('\n').length}` : ''
}

async function runIn(server: ThrowawayServer, database: string, sql: string, context: SourceContext) {
  const session = await openSession(server.settings, context, database)
  try {
    // One message is one transaction, unless it begins some itself.
    await session.query(sql)
  } catch (cause) {
    context.signal.throwIfAborted()
    const { message, position } = cause as Error & { readonly position?: unknown }
    const why = message.replace(/\.$/, '')
    throw new HoldfastError('mask-failed', `masking ${database} failed${lineOf(sql, position)}: ${why}`, {
      hint: 'Correct the SQL of the input mask; the copy is removed, nothing unmasked stays.',
      context: { database },
      cause,
    })
  } finally {
    await session.close()
  }
}

/** A copy on a throwaway server, for whoever keeps it; undefined where nothing was restored. */
export function restoredCopy(
  server: ThrowawayServer,
  databases: readonly CopiedDatabase[],
  context: SourceContext,
): RestoredCopy | undefined {
  const [first] = databases
  if (first === undefined || server.urlOf === undefined) return undefined
  return {
    url: server.urlOf(first.database),
    ...(server.container !== undefined && { container: server.container }),
    async run(sql) {
      for (const { database } of databases) await runIn(server, database, sql, context)
    },
    remove: () => server.remove(),
  }
}
