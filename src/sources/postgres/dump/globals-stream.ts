import type { SourceStream } from '../../../domain/source.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { deferredStream } from '../../deferred-stream.ts'
import { globalsArgs } from './argv.ts'
import { explainClient } from './explain.ts'
import type { DumpRun } from './run.ts'
import { createTrailerObserver } from './trailer.ts'

/** The stream of roles and tablespaces. */
export const globalsStream = 'globals'

export interface GlobalsDump {
  readonly stream: SourceStream
  stop(): Promise<void>
}

/**
 * Roles, their memberships and tablespaces, by pg_dumpall: it takes no snapshot, so the stream is of the moment at which
 * it was read, after the databases.
 */
export function dumpGlobals(run: DumpRun, passwords: boolean): GlobalsDump {
  const { client, settings, connection } = run
  let running: RunningTool | undefined
  const stop = async (): Promise<void> => running?.stop()
  return {
    stop,
    stream: {
      name: globalsStream,
      mediaType: 'application/sql',
      observer: createTrailerObserver(globalsStream),
      open: () =>
        deferredStream({
          async open() {
            const args = globalsArgs(client.conninfo(connection.database), passwords)
            running = spawnTool({ ...client.call('pg_dumpall', args), maxStall: settings.maxStall })
            return running.stdout
          },
          explain: explainClient,
          close: stop,
        }),
    },
  }
}
