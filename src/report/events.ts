import type { Writable } from 'node:stream'
import type { Clock } from '../domain/clock.ts'
import type { Event, Reporter } from '../domain/event.ts'
import { maskedValue } from './masked.ts'

/** Hears nothing, says nothing. */
export const nullReporter: Reporter = { on: () => {} }

/** Hands every event to each reporter in turn. */
export function combineReporters(...reporters: readonly Reporter[]): Reporter {
  return {
    on(event) {
      for (const reporter of reporters) reporter.on(event)
    },
  }
}

/** `--events`: one line of JSON an event, with `time` first where a clock is given. Secrets are masked. */
export function createEventsReporter(stream: Writable, clock?: Clock): Reporter {
  return {
    on(event: Event) {
      const time = clock ? { time: clock.now().toISOString() } : {}
      stream.write(`${JSON.stringify(maskedValue({ ...time, ...event }))}\n`)
    },
  }
}
