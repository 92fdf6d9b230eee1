import type { DrillCheck } from '../domain/drill.ts'
import type { Finding } from '../domain/finding.ts'
import type { SourceContext } from '../domain/source.ts'
import { lastWords, type ServerEnd } from '../process/server-end.ts'

/** What a server printed last, for the log of a run: rows of people may be in it, so it goes nowhere else. */
export function serverLog(name: string, logs: readonly string[]): Finding {
  return { severity: 'info', code: 'server-log', message: `what ${name} printed last`, log: logs.slice(-20) }
}

/** The one check that every throwaway server has to pass once it runs. */
function goneCheck(name: string, { how, killed, logs }: ServerEnd): DrillCheck {
  // Whoever is killed has no time for last words.
  const last = killed ? undefined : lastWords(logs)
  return {
    name: 'server stays up',
    result: killed ? 'inconclusive' : 'failed',
    expected: 'until the drill is over',
    found: `${name} ${how}${last === undefined ? '' : `: ${last}`}`,
  }
}

/** Rows are compared while the server answers; what fails otherwise may have failed since it did not. */
const standsAnyway = ({ name, result }: DrillCheck): boolean => result === 'passed' || /^table \S/.test(name)

/** A throwaway server that runs. */
export interface Watched {
  /** For people. */
  readonly name: string
  /** How it ended, if it did; absent for one that is not ours. */
  readonly ended?: (() => Promise<ServerEnd | undefined>) | undefined
}

/** A server that crashes hangs up first, and takes its time to write down why; milliseconds. */
const patience = 10_000

/** How a server ended that has just stopped to answer. */
async function soon(
  ended: () => Promise<ServerEnd | undefined>,
  { clock, signal }: Pick<SourceContext, 'signal' | 'clock'>,
): Promise<ServerEnd | undefined> {
  const deadline = clock.monotonic() + patience
  for (;;) {
    const end = await ended()
    if (end !== undefined || clock.monotonic() > deadline) return end
    await clock.sleep(250, signal)
  }
}

/**
 * Drills on a server. Where that ended in the middle, a check says so before all others, and its log is told: failed
 * where it ended by itself, inconclusive where it was killed. `otherwise` is the rest of a result that never came.
 */
export async function whileItRuns<T extends { readonly checks: readonly DrillCheck[] }>(
  { name, ended = async () => undefined }: Watched,
  context: Pick<SourceContext, 'signal' | 'clock' | 'warn'>,
  drill: () => Promise<T>,
  otherwise: Omit<T, 'checks'>,
): Promise<T> {
  const without = (end: ServerEnd, result: Omit<T, 'checks'>, checks: readonly DrillCheck[]): T => {
    if (end.logs.length > 0) context.warn(serverLog(name, end.logs))
    return { ...result, checks: [goneCheck(name, end), ...checks.filter(standsAnyway)] } as unknown as T
  }
  let result: T
  try {
    result = await drill()
  } catch (error) {
    context.signal.throwIfAborted()
    const end = await soon(ended, context)
    if (end === undefined) throw error
    return without(end, otherwise, [])
  }
  const failed = result.checks.filter((check) => check.result === 'failed')
  if (failed.length === 0) return result
  const hungUp = failed.some(({ found = '' }) => /connection|gone away|hung up/i.test(found))
  const end = await (hungUp ? soon(ended, context) : ended())
  return end === undefined ? result : without(end, result, result.checks)
}
