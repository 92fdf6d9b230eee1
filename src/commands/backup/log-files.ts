import type { JobSettings } from '../../config/settings.ts'
import type { Reporter } from '../../domain/event.ts'
import { combineReporters } from '../../report/events.ts'
import { createRunLog, type RunLog } from '../../report/run-log.ts'
import { type CommandContext, tell } from '../context.ts'

/** The files of `log:`, each opened, and so rotated, once a command however many jobs write to it. */
export interface LogFiles {
  /** The context's reporter, and the job's own log file with it. */
  reporterOf(context: CommandContext, job: JobSettings): Reporter
  close(): void
}

export function createLogFiles(): LogFiles {
  const open = new Map<string, RunLog>()
  return {
    reporterOf(context, { log, name }) {
      if (log === undefined) return context.reporter
      const { clock } = context
      const onTrouble = (finding: Parameters<typeof tell>[1]) => tell(context, finding, name)
      const file = open.get(log.file) ?? createRunLog({ ...log, clock, onTrouble })
      open.set(log.file, file)
      return combineReporters(context.reporter, file)
    },
    close() {
      for (const file of open.values()) file.close()
    },
  }
}
