import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'

/** Asks a copy for one value, for a person's own checks. Errors: `check-query-failed`. */
export function asking(settings: ConnectionSettings, database: string, context: SourceContext) {
  return async (sql: string): Promise<string> => {
    const session = await openSession(settings, context, database)
    try {
      const [row] = await session.query(sql)
      const [value] = Object.values(row ?? {})
      return value === undefined || value === null ? '' : String(value)
    } catch (cause) {
      context.signal.throwIfAborted()
      throw new HoldfastError('check-query-failed', (cause as Error).message.replace(/\.$/, ''), {
        hint: 'Run the query against the live database; if it works there, the backup lacks something.',
        cause,
      })
    } finally {
      await session.close()
    }
  }
}
