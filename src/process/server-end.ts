import type { RunningTool, ToolExit } from './tool-call.ts'

/** How a server ended that should have run on. */
export interface ServerEnd {
  /** `ended with status 1`, `was killed (SIGKILL)`. */
  readonly how: string
  /** From outside, as by the kernel for want of memory or by a person: it says nothing of the data. */
  readonly killed: boolean
  /** What it printed last. */
  readonly logs: readonly string[]
}

/** The end of a process of this host. */
export function processEnd({ code, signal }: ToolExit, logs: readonly string[]): ServerEnd {
  if (signal === null) return { how: `ended with status ${code}`, killed: false, logs }
  // A process that crashes is ended by a signal as well, but by one of its own.
  return { how: `was ended by ${signal}`, killed: signal === 'SIGKILL' || signal === 'SIGTERM', logs }
}

/** Looks whether a tool ended, and how. */
export function toolEnd({ exited, stderr }: RunningTool): () => Promise<ServerEnd | undefined> {
  let exit: ToolExit | undefined
  exited.then(
    (found) => {
      exit = found
    },
    () => undefined,
  )
  return async () => exit && processEnd(exit, stderr.lastLines(20))
}

/** The line of a log that says why a server ended; undefined for an empty log. */
export function lastWords(logs: readonly string[]): string | undefined {
  // Servers say why first, and goodbye last: MariaDB's goodbye looks like an error too, as what PostgreSQL tells clients.
  const errors = logs.filter(
    (line) => /\b(FATAL|PANIC|ERROR)\b/i.test(line) && !/database system is (?:shutting|starting)/.test(line),
  )
  const last = errors.findLast((line) => !/\bAborting$/.test(line.trim())) ?? errors.at(-1) ?? logs.at(-1)
  return last?.trim()
}
