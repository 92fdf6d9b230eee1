import { randomUUID } from 'node:crypto'
import type { Finding } from '../../domain/finding.ts'
import type { HoldfastError } from '../../errors/error.ts'
import { combineReporters } from '../../report/events.ts'
import type { Sample } from '../../report/metrics/sample.ts'
import { collectLines } from '../../report/notifiers/collect-lines.ts'
import type { Notice, Notifier, Occasion } from '../../report/notifiers/notice.ts'
import { tellAll } from '../../report/notifiers/tell-all.ts'
import { type CommandContext, tell } from '../context.ts'
import { measure } from './measure.ts'
import { notifiersOf } from './notifiers-of.ts'

/** Milliseconds that a notifier has; less where a runner is about to kill this process. */
const limits = { usual: 10_000, interrupted: 2_000 }

/** What a command knows of what happened; the rest is the same for all notices. */
export type News = Pick<Notice, 'occasions' | 'status'> &
  Partial<Omit<Notice, 'command' | 'occasions' | 'status' | 'errors'>> & {
    readonly errors?: readonly HoldfastError[]
    readonly samples?: readonly Sample[]
  }

/** Tells those who want to know of one job of one command. Nothing of it ever fails the command. */
export interface Bell {
  /** The command's context; what is reported to it may be sent along as a log. */
  readonly context: CommandContext
  hears(occasion: Occasion): boolean
  /** Tells of the beginning while the run goes on. */
  start(): void
  /** Tells everybody, and writes metrics; waits for that, each for ten seconds at most. */
  ring(news: News): Promise<void>
}

/** What the findings of a run must say for it to be odd although it succeeded. */
const odd = new Set([
  'size-suspicious',
  'tampered',
  'drift-size',
  'drift-duration',
  'drift-tables',
  'drift-rows',
])

/** Whether warnings of a run are an `anomaly`. */
export function isOdd(warnings: readonly Finding[]): boolean {
  return warnings.some(({ code, severity }) => odd.has(code) && severity !== 'info')
}

/** A bell for one job; of a backup that only its id names, the news tell the job. */
export function openBell(plain: CommandContext, command: string, subject: string | undefined): Bell {
  const log = collectLines(subject, plain.clock)
  const context = { ...plain, reporter: combineReporters(plain.reporter, log.reporter) }
  const runId = randomUUID()
  let known: readonly Notifier[] | undefined
  const notifiers = (job = subject) => {
    known ??= job === undefined ? [] : notifiersOf(context, job)
    return known
  }
  let started: Promise<void> = Promise.resolve()
  const limit = () => (plain.signal.aborted ? limits.interrupted : limits.usual)
  const send = async ({ errors = [], samples: _, job = subject, ...news }: News): Promise<void> => {
    if (job === undefined) return
    const { clock, identity } = plain
    const findings = await tellAll(
      notifiers(job),
      {
        command,
        job,
        time: clock.now(),
        host: identity.host,
        version: identity.version,
        ...(identity.run && { run: identity.run }),
        runId,
        destinations: [],
        facts: [],
        warnings: [],
        log: log.lines(),
        ...news,
        errors: errors.map(({ code, message, hint }) => ({
          code,
          message,
          ...(hint !== undefined && { hint }),
        })),
      },
      limit(),
    )
    for (const finding of findings) tell(plain, finding, job)
  }
  return {
    context,
    hears: (occasion) => notifiers().some((one) => one.wants({ command, occasions: [occasion] })),
    start() {
      started = send({ occasions: ['start'], status: 'started' })
    },
    async ring(news) {
      await started
      const job = news.job ?? subject
      const numbers = job === undefined ? undefined : measure(context, job, news.samples ?? [], limit())
      await Promise.all([send(news), numbers])
    },
  }
}
