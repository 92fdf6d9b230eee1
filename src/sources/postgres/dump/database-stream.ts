import type { Readable } from 'node:stream'
import type { SourceStream } from '../../../domain/source.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { deferredStream } from '../../deferred-stream.ts'
import type { DatabaseFingerprint } from '../../fingerprint.ts'
import { planFingerprint, type TakenFingerprint } from '../fingerprint/plan.ts'
import { createArchiveObserver } from './archive-observer.ts'
import { dumpArgs } from './argv.ts'
import { type DirectoryDump, startDirectoryDump } from './directory-dump.ts'
import { explainClient } from './explain.ts'
import { fingerprintBeside } from './fingerprint-beside.ts'
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
  directory: 'application/x-tar',
} as const

function observerOf({ selection }: DumpRun, name: string): Pick<SourceStream, 'observer'> {
  if (selection.format === 'directory') return {}
  return {
    observer: selection.format === 'plain' ? createTrailerObserver(name) : createArchiveObserver(name),
  }
}

/**
 * The dump of one database as one stream, from a snapshot of its own that is held until pg_dump is gone and its
 * fingerprint is taken.
 */
export function dumpDatabase(
  shared: DumpRun,
  database: string,
  name: string,
  estimate: number | undefined,
): DatabaseDump {
  const { client, server, selection, settings, connection } = shared
  const stopping = new AbortController()
  const signal = AbortSignal.any([shared.context.signal, stopping.signal])
  const context = { ...shared.context, signal }
  const run: DumpRun = { ...shared, context }
  let opening: Promise<Readable> | undefined
  let running: RunningTool | undefined
  let spooled: DirectoryDump | undefined
  let snapshot: Snapshot | undefined
  let looking: Promise<TakenFingerprint> | undefined
  let taken: TakenFingerprint | undefined

  const stop = async (): Promise<void> => {
    stopping.abort(new Error('the dump was stopped'))
    // What is being prepared would be nobody's a moment later.
    await opening?.catch(() => undefined)
    await running?.stop()
    await spooled?.remove()
    await snapshot?.release()
  }

  async function settle(): Promise<void> {
    taken = await looking
    await snapshot?.release()
    signal.throwIfAborted()
  }

  async function open(): Promise<Readable> {
    snapshot = await openSnapshot(connection, context, database, server.number, selection.lockWaitTimeout)
    const plan = await planFingerprint(snapshot.session, selection, server.major)
    if (selection.format === 'directory') {
      spooled = await startDirectoryDump(run, snapshot)
      looking = fingerprintBeside(run, database, snapshot.id, plan)
      await spooled.written
      await settle()
      return spooled.archive()
    }
    const args = dumpArgs(selection, {
      conninfo: client.conninfo(database),
      snapshot: snapshot.id,
      foreignClient: client.major !== server.major,
    })
    running = spawnTool({ ...client.call('pg_dump', args), signal, maxStall: settings.maxStall })
    looking = fingerprintBeside(run, database, snapshot.id, plan)
    return running.stdout
  }

  return {
    database,
    fingerprint: () => taken && { database, stream: name, ...taken },
    toolOutput: () => running?.stderr.text() ?? spooled?.text() ?? '',
    stop,
    stream: {
      name,
      mediaType: mediaTypes[selection.format],
      ...(estimate !== undefined && { estimate }),
      ...observerOf(run, name),
      open: () =>
        deferredStream({
          open: () => {
            opening = open()
            return opening
          },
          finish: async () => {
            if (taken === undefined) await settle()
          },
          explain: explainClient,
          close: stop,
        }),
    },
  }
}
