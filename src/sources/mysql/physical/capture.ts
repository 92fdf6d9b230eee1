import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capture, CaptureContext, CaptureResult } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { writeOptionFile } from '../connection/option-file.ts'
import { openSession } from '../connection/session.ts'
import type { MysqlSettings } from '../settings.ts'
import { copyArgs } from './argv.ts'
import { lookAfter } from './fingerprint.ts'
import { watchLock } from './lock-watch.ts'
import { logPosition } from './lsn.ts'
import { planCopy } from './plan.ts'
import { type Spooled, spooled } from './spool.ts'
import { encodeState } from './state.ts'
import { copyMediaType, copyStream } from './streams.ts'
import { checkOwn, readCopyFacts } from './verdict.ts'

/** Begins a hot copy of the whole server, or of the pages that changed since the parent. */
export async function captureCopy(settings: MysqlSettings, context: CaptureContext): Promise<Capture> {
  const plan = await planCopy(context, settings)
  const { address, facts, tool, since } = plan
  const optionFile = await writeOptionFile(address, tool.version.flavor)
  const work = await makePrivateDirectory(tmpdir(), 'holdfast-copy')
  const lsnDirectory = join(work, 'lsn')
  let running: RunningTool | undefined
  let passing: Spooled | undefined
  let copied = false

  const watch = watchLock(context.clock, settings.maxLock, {
    onLock: (locked) => passing?.drain(locked),
    onTooLong(error) {
      passing?.stream.destroy(error)
      void running?.stop()
    },
  })
  async function check(): Promise<void> {
    watch.end()
    if (!watch.completed()) {
      throw new HoldfastError('source-truncated', `${tool.name} exited well without saying "completed OK!"`, {
        hint: 'Read what the tool said, and run the backup again.',
        context: { tool: tool.name },
      })
    }
    copied = true
  }
  const abort = async () => {
    watch.end()
    await running?.stop()
    await optionFile.remove()
    await rm(work, { recursive: true, force: true })
  }
  return {
    level: since === undefined ? 0 : context.level,
    ...(plan.fullBecause === undefined ? {} : { fullBecause: plan.fullBecause }),
    description: {
      type: 'mysql',
      method: 'physical',
      server: `${facts.version.flavor} ${facts.version.text}`,
      tool: `${tool.name} ${tool.version.text}`,
      lowerCaseTableNames: facts.lowerCaseTableNames,
      ...(facts.uuid === '' ? {} : { serverUuid: facts.uuid }),
    },
    streams: [
      {
        name: copyStream,
        mediaType: copyMediaType,
        ...(since === undefined ? { estimate: plan.estimate } : {}),
        open() {
          running = spawnTool({
            command: tool.path,
            args: copyArgs({
              flavor: tool.version.flavor,
              optionFile: optionFile.path,
              targetDirectory: join(work, 'target'),
              lsnDirectory,
              temporary: work,
              parallel: settings.parallel,
              throttle: settings.throttle,
              datadir: tool.version.flavor === 'mysql' ? settings.datadir : undefined,
              ...(since && { sinceLsn: since.toLsn }),
            }),
            environment: context.environment,
            signal: context.signal,
            cwd: work,
            killAfterMs: 2000,
            maxStall: settings.maxStall,
            onStderrLine: watch.line,
          })
          passing = spooled(running.stdout, context.scratch, check)
          return passing.stream
        },
      },
    ],
    async finish(): Promise<CaptureResult> {
      if (!copied) throw new HoldfastError('internal', 'the hot copy was never read to its end')
      const copy = await readCopyFacts(lsnDirectory, tool.name)
      const session = await openSession(address, context.signal)
      const after = await logPosition(session).finally(() => session.close())
      checkOwn(copy, plan.position, after)
      const fingerprint = await lookAfter(context, settings, plan, copy, after)
      const spool = passing?.spooled() ?? 0
      const summary = `writers waited ${Math.round(watch.lockedFor())} ms; ${spool} bytes went through the spool`
      const toolOutput = `${summary}\n${copy.binlog ?? ''}\n${running?.stderr.text() ?? ''}`
      return {
        state: encodeState({ ...plan.now, toLsn: copy.checkpoints.toLsn }),
        evidence: fingerprint?.matched === true ? 'snapshot' : 'load-only',
        unread: [],
        tables: plan.tables,
        ...(fingerprint && { fingerprint }),
        toolOutput,
      }
    },
    abort,
  }
}
