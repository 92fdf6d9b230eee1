import type { SourceStream } from '../../../domain/source.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { deferredStream } from '../../deferred-stream.ts'
import { dumpArgs } from './argv.ts'
import { explainClient } from './explain.ts'
import type { DumpRun } from './run.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'
import { createTrailerObserver } from './trailer.ts'

/** What a dump of one database came to. */
export interface DatabaseDump {
  readonly database: string
  readonly stream: SourceStream
  /** What pg_dump said. */
  toolOutput(): string
  /** Idempotent. */
  stop(): Promise<void>
}

const mediaTypes = {
  custom: 'application/vnd.postgresql.custom',
  plain: 'application/sql',
} as const

/** The dump of one database as one stream, from a snapshot of its own that is held until pg_dump is gone. */
export function dumpDatabase(
  run: DumpRun,
  database: string,
  name: string,
  estimate: number | undefined,
): DatabaseDump {
  const { context, children, client, server, selection, settings, connection } = run
  const { signal } = context
  const format = selection.format === 'plain' ? 'plain' : 'custom'
  let running: RunningTool | undefined
  let snapshot: Snapshot | undefined
  const stop = async (): Promise<void> => {
    await running?.stop()
    await snapshot?.release()
  }
  return {
    database,
    toolOutput: () => running?.stderr.text() ?? '',
    stop,
    stream: {
      name,
      mediaType: mediaTypes[format],
      ...(estimate !== undefined && { estimate }),
      ...(format === 'plain' && { observer: createTrailerObserver(name) }),
      open: () =>
        deferredStream({
          async open() {
            snapshot = await openSnapshot(connection, context, database, server.number)
            running = spawnTool({
              command: client.path,
              args: dumpArgs(selection, {
                conninfo: children.conninfo(database),
                snapshot: snapshot.id,
                foreignClient: client.major !== server.major,
              }),
              environment: children.environment,
              signal,
              maxStall: settings.maxStall,
            })
            return running.stdout
          },
          explain: explainClient,
          close: stop,
        }),
    },
  }
}
