import type { CaptureContext } from '../../../domain/source.ts'
import type { PostgresProgram } from '../client/programs.ts'
import type { ChildConnection } from '../connection/child.ts'
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
  readonly children: ChildConnection
  readonly server: ServerFacts
  /** pg_dump. */
  readonly client: PostgresProgram
}
