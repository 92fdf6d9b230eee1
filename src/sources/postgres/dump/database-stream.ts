import type { SourceStream } from '../../../domain/source.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { deferredStream } from '../../deferred-stream.ts'
import type { DatabaseFingerprint } from '../../fingerprint.ts'
import { planFingerprint, type TakenFingerprint } from '../fingerprint/take.ts'
import { dumpArgs } from './argv.ts'
import { explainClient } from './explain.ts'
import { fingerprintBeside, type RunningFingerprint } from './fingerprint-beside.ts'
import type { DumpRun } from './run.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'
import { createTrailerObserver } from './trailer.ts'

/** What a dump of one database came to. */
export interface DatabaseDump {
  readonly database: string
  readonly stream: SourceStream
  /** Undefined until the stream has ended. */
  fingerprint(): DatabaseFingerprint | undefined
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
  let looking: RunningFingerprint | undefined
  let taken: TakenFingerprint | undefined
  const stop = async (): Promise<void> => {
    looking?.stop()
    await running?.stop()
    await snapshot?.release()
  }
  return {
    database,
    fingerprint: () => taken && { database, stream: name, ...taken },
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
            const plan = await planFingerprint(snapshot.session, selection, server.major)
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
            looking = fingerprintBeside(run, database, snapshot.id, plan)
            return running.stdout
          },
          async finish() {
            taken = await looking?.taken
            signal.throwIfAborted()
          },
          explain: explainClient,
          close: stop,
        }),
    },
  }
}
