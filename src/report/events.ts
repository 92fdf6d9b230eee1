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

type Progress = Extract<Event, { type: 'progress' }>

/** Milliseconds between two lines about one stream: a chunk each would be millions of them. */
const interval = 1000

/** Whether a progress event is to be told: the first and the last of a stream, and one a second between them. */
function pacer(clock: Clock): (event: Progress) => boolean {
  const toldAt = new Map<string, number>()
  return ({ job, stream, phase, done }) => {
    const key = JSON.stringify([job, stream, phase])
    const now = clock.monotonic()
    if (!done && now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < interval) return false
    if (done) toldAt.delete(key)
    else toldAt.set(key, now)
    return true
  }
}

/**
 * `--events`: one line of JSON an event, with `time` (UTC) first. Of a stream's progress the first event, the last, and
 * one a second. Secrets are masked.
 */
export function createEventsReporter(stream: Writable, clock: Clock): Reporter {
  const isDue = pacer(clock)
  return {
    on(event: Event) {
      if (event.type === 'progress' && !isDue(event)) return
      stream.write(`${JSON.stringify(maskedValue({ time: clock.now().toISOString(), ...event }))}\n`)
    },
  }
}
