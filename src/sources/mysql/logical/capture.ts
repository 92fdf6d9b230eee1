import { Readable } from 'node:stream'
import type { Capture, CaptureContext, CaptureResult, SourceStream } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { writeOptionFile } from '../connection/option-file.ts'
import type { Fingerprint } from '../fingerprint/types.ts'
import type { MysqlSettings } from '../settings.ts'
import { dumpArgs } from './argv.ts'
import { judged, lookBeside } from './fingerprint.ts'
import { keepFlowing } from './flow.ts'
import { createDumpObserver } from './observer.ts'
import { planDump } from './plan.ts'
import { beginSnapshot, type Snapshot } from './snapshot.ts'
import { dumpStream, sqlMediaType, usersStream } from './streams.ts'

type Beside = ReturnType<typeof lookBeside>

/** Begins a dump of all databases by one process, and a look at the same data beside it. */
export async function captureDump(settings: MysqlSettings, context: CaptureContext): Promise<Capture> {
  const plan = await planDump(context, settings)
  const { address, facts, client, databases } = plan
  const optionFile = await writeOptionFile(address, client.version.flavor)
  const observer = createDumpObserver(client.name)
  let running: RunningTool | undefined
  let snapshot: Snapshot | undefined
  let beside: Beside | undefined

  async function begin(): Promise<Readable> {
    snapshot = await beginSnapshot(context, address, facts, settings.lockAllTables)
    const { environment, signal } = context
    const args = dumpArgs({
      client: client.version,
      server: facts.version,
      optionFile: optionFile.path,
      databases,
      lockAllTables: settings.lockAllTables,
      coordinates: plan.coordinates,
    })
    running = spawnTool({ command: client.path, args, environment, signal })
    const begun = snapshot
    beside = begun
      .dumpStarted(running.exited)
      .then(() => lookBeside(context, settings, facts, databases, begun))
    beside.catch(() => undefined)
    return running.stdout
  }
  const streams: SourceStream[] = [
    {
      name: dumpStream,
      mediaType: sqlMediaType,
      estimate: plan.estimate,
      observer,
      open: () => keepFlowing(begin, { clock: context.clock, maxStall: settings.maxStall }),
    },
  ]
  const { users } = plan
  if (users !== undefined) {
    streams.push({
      name: usersStream,
      mediaType: sqlMediaType,
      estimate: users.length,
      open: () => Readable.from([Buffer.from(users)], { objectMode: false }),
    })
  }
  const stop = async () => {
    await running?.stop()
    await snapshot?.close()
    await optionFile.remove()
  }
  return {
    level: 0,
    get description() {
      const at = observer.coordinates()
      return {
        type: 'mysql',
        method: 'logical',
        server: `${facts.version.flavor} ${facts.version.text}`,
        client: `${client.name} ${client.version.text}`,
        lowerCaseTableNames: facts.lowerCaseTableNames,
        ...(facts.uuid === '' ? {} : { serverUuid: facts.uuid }),
        ...(at && { binlog: `${at.file}:${at.position}` }),
        ...(snapshot?.gtid && { gtid: snapshot.gtid }),
      }
    },
    streams,
    async finish(): Promise<CaptureResult> {
      if (!observer.ended() || snapshot === undefined) {
        throw new HoldfastError('internal', 'the dump was never read to its end')
      }
      const taken = await beside
      const fingerprint: Fingerprint | undefined = taken && judged(taken, snapshot, observer.coordinates())
      const toolOutput = running?.stderr.text() ?? ''
      await stop()
      return {
        evidence: fingerprint?.matched === true ? 'snapshot' : 'load-only',
        unread: [],
        tables: plan.tables,
        ...(fingerprint && { fingerprint }),
        ...(toolOutput === '' ? {} : { toolOutput }),
      }
    },
    abort: stop,
  }
}
