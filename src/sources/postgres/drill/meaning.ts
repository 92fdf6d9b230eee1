import type { SourceContext } from '../../../domain/source.ts'
import { openSession } from '../connection/session.ts'
import type { StoredDatabase } from '../restore/layout.ts'
import { meaningOf, settingStatements } from '../server/database-properties.ts'
import type { ThrowawayServer } from '../throwaway/server.ts'

/** A person's queries mean what they mean in the original: by its search path, above all. */
export async function giveMeaning(
  { fingerprint }: StoredDatabase,
  database: string,
  server: ThrowawayServer,
  context: SourceContext,
): Promise<void> {
  const settings = meaningOf(fingerprint?.properties ?? {})
  if (settings.length === 0) return
  const session = await openSession(server.settings, context)
  try {
    for (const statement of settingStatements(database, settings)) {
      // Such as one of an extension's library that is not loaded here.
      await session.query(statement).catch(() => context.signal.throwIfAborted())
    }
  } finally {
    await session.close()
  }
}
