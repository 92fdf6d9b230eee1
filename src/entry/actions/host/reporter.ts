import type { Clock } from '../../../domain/clock.ts'
import type { Reporter } from '../../../domain/event.ts'
import { combineReporters } from '../../../report/events.ts'
import type { HeardFinding } from '../../../report/github-annotations.ts'
import { commandFree } from '../../../report/github-log.ts'
import { createTerminalReporter } from '../../../report/terminal.ts'

export interface LogReporter extends Reporter {
  /** Every finding so far, for annotations and the summary. */
  readonly heard: readonly HeardFinding[]
}

/** Tells the log of the step what happens; RUNNER_DEBUG, which a rerun with debug logging sets, tells more. */
export function createLogReporter(clock: Clock, environment: NodeJS.ProcessEnv): LogReporter {
  const heard: HeardFinding[] = []
  const log = createTerminalReporter({
    stream: commandFree(process.stdout),
    isTerminal: false,
    clock,
    verbosity: environment.RUNNER_DEBUG === '1' ? 'verbose' : 'normal',
    progress: true,
    // A runner's log shows colours, and is no terminal.
    environment: { FORCE_COLOR: '1', ...environment },
  })
  const listener: Reporter = {
    on(event) {
      if (event.type !== 'finding') return
      const { finding, job } = event
      heard.push({ finding, ...(job !== undefined && { job }) })
    },
  }
  return { ...combineReporters(listener, log), heard }
}
