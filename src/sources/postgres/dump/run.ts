import type { CaptureContext } from '../../../domain/source.ts'
import type { DumpClient } from '../client/client.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import type { ServerFacts } from '../server/facts.ts'
import type { PostgresSettings } from '../settings.ts'
import type { DumpSelection } from './argv.ts'

/** What the streams of one dump share. */
export interface DumpRun {
  readonly context: CaptureContext
  readonly settings: PostgresSettings
  readonly selection: DumpSelection
  /** Pinned to the place that was chosen. */
  readonly connection: ConnectionSettings
  readonly server: ServerFacts
  readonly client: DumpClient
}
