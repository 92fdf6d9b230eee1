import type { SourceContext } from '../../../domain/source.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'

/** What a server says it is. Errors: those of the connection. */
export async function versionOf(
  settings: ConnectionSettings,
  context: Pick<SourceContext, 'environment' | 'signal'>,
): Promise<{ readonly version: string; readonly major: number }> {
  const session = await openSession(settings, context)
  try {
    const [row] = await session.query<{ version: string; number: string }>(
      "select current_setting('server_version') as version, current_setting('server_version_num') as number",
    )
    return {
      // Distributions add words of their own after it.
      version: row?.version.split(' ')[0] ?? '',
      major: Math.floor(Number(row?.number) / 10_000),
    }
  } finally {
    await session.close()
  }
}
