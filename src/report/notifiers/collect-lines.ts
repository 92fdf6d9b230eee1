import type { Clock } from '../../domain/clock.ts'
import type { Reporter } from '../../domain/event.ts'
import { printable } from '../printable.ts'
import { logLineOf } from '../run-log.ts'
import type { NoticeLine } from './notice.ts'

/** Lines that are kept; of a longer run the last ones. */
const most = 1000

/** A reporter that keeps what a log of the job would hold, or of all jobs, for those who are told when it ended. */
export function collectLines(
  job: string | undefined,
  clock: Clock,
): { reporter: Reporter; lines(): readonly NoticeLine[] } {
  const lines: NoticeLine[] = []
  const reporter: Reporter = {
    on(event) {
      if ('job' in event && job !== undefined && event.job !== undefined && event.job !== job) return
      const line = logLineOf(event)
      if (line === undefined) return
      lines.push({ time: clock.now(), level: line[0], text: printable(line[1]) })
      if (lines.length > most) lines.shift()
    },
  }
  return { reporter, lines: () => [...lines] }
}
