import type { Capture, CaptureContext, CaptureResult } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { RunningTool } from '../../../process/spawn.ts'
import { openSession } from '../connection/session.ts'
import { variablesOutside } from '../place/outside.ts'
import type { MysqlSettings } from '../settings.ts'
import { lookAfter } from './fingerprint.ts'
import { runInContainer } from './in-container.ts'
import { watchLock } from './lock-watch.ts'
import { logPosition } from './lsn.ts'
import { runOnHost } from './on-host.ts'
import { planCopy } from './plan.ts'
import { type Spooled, spooled } from './spool.ts'
import { encodeState } from './state.ts'
import { copyMediaType, copyStream } from './streams.ts'
import { checkOwn } from './verdict.ts'

/** Begins a hot copy of the whole server, or of the pages that changed since the parent. */
export async function captureCopy(settings: MysqlSettings, context: CaptureContext): Promise<Capture> {
  const plan = await planCopy(context, settings)
  const { address, facts, tool, since } = plan
  const { container } = settings
  const outside = variablesOutside(facts)
  const runner =
    settings.via === 'exec' && container !== undefined
      ? runInContainer(context, settings, container, plan)
      : await runOnHost(context, settings, plan)
  let running: RunningTool | undefined
  let passing: Spooled | undefined
  let copied = false

  const watch = watchLock(context.clock, settings.maxLock, {
    onLock: (locked) => passing?.drain(locked),
    onTooLong(error) {
      passing?.stream.destroy(error)
      void runner.end()
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
    await runner.end()
  }
  return {
    level: since === undefined ? 0 : context.level,
    ...(plan.fullBecause === undefined ? {} : { fullBecause: plan.fullBecause }),
    description: {
      type: 'mysql',
      method: 'physical',
      server: `${facts.version.flavor} ${facts.version.text}`,
      tool: `${tool.name} ${tool.version.text}`,
      ...(settings.via === 'exec' && { via: 'exec' }),
      ...(outside.length > 0 && { outside: outside.join(', ') }),
      lowerCaseTableNames: facts.lowerCaseTableNames,
      ...(facts.uuid === '' ? {} : { serverUuid: facts.uuid }),
    },
    streams: [
      {
        name: copyStream,
        mediaType: copyMediaType,
        ...(since === undefined ? { estimate: plan.estimate } : {}),
        open() {
          running = runner.start({
            ...(since && { sinceLsn: since.toLsn }),
            onLine: watch.line,
          })
          passing = spooled(running.stdout, context.scratch, check)
          return passing.stream
        },
      },
    ],
    async finish(): Promise<CaptureResult> {
      if (!copied) throw new HoldfastError('internal', 'the hot copy was never read to its end')
      const copy = await runner.facts()
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
