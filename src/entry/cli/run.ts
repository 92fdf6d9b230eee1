import type { CommandContext } from '../../commands/context.ts'
import { asHoldfastError, type Outcome } from '../../commands/outcome.ts'
import type { Reporter } from '../../domain/event.ts'
import type { Finding } from '../../domain/finding.ts'
import { outcomeDocument } from '../../report/document.ts'
import { createEventsReporter } from '../../report/events.ts'
import { collectFindings, unsaid } from '../../report/findings.ts'
import { createLogStamp, type LogStamp } from '../../report/log-stamp.ts'
import { renderError } from '../../report/render-error.ts'
import { wantsColour } from '../../report/style.ts'
import { createTerminalReporter } from '../../report/terminal.ts'
import { wrapLines } from '../../report/wrap-lines.ts'
import { clockOf, rehearsalNote } from '../host/clock.ts'
import { interruptible } from '../host/signals.ts'
import type { CommandSpec } from './command-spec.ts'
import { createContext } from './context.ts'
import type { GlobalOptions, Options } from './options.ts'
import { print } from './render.ts'
import { viewOf } from './views.ts'

interface Output {
  readonly reporter: Reporter
  /** Takes the bars away. */
  end(): void
  /** Makes a log of what is printed from now on; absent where programs read it. */
  stampWith?(stamp: LogStamp): void
  /** Findings that nobody has seen yet, for the document. */
  readonly findings: readonly Finding[]
}

function outputOf(options: GlobalOptions, context: { clock: CommandContext['clock'] }): Output {
  if (options.json) return { ...collectFindings(), end: () => undefined }
  if (options.events)
    return {
      reporter: createEventsReporter(process.stdout, context.clock),
      end: () => undefined,
      findings: [],
    }
  const reporter = createTerminalReporter({
    stream: process.stderr,
    isTerminal: process.stderr.isTTY === true,
    clock: context.clock,
    verbosity: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
    progress: options.progress && !options.quiet,
    environment: process.env,
  })
  return {
    reporter,
    end: () => reporter.end(),
    stampWith: (stamp) => reporter.stampWith(stamp),
    findings: [],
  }
}

function failed(error: unknown): Outcome {
  const known = asHoldfastError(error)
  return { results: [], warnings: [], errors: [known], exitCode: known.exitStatus }
}

async function show(
  spec: CommandSpec,
  outcome: Outcome,
  options: GlobalOptions & Options,
  now: Date,
  stamp?: LogStamp,
): Promise<void> {
  const { results, warnings, errors, exitCode } = outcome
  const asDocument = () => outcomeDocument({ command: spec.name, results, warnings, errors, exitCode })
  if (options.json) return print(process.stdout, JSON.stringify(asDocument(), undefined, 2))
  if (options.markdown === true) {
    const { githubSummary } = await import('../../report/github-summary.ts')
    const document = asDocument()
    return print(process.stdout, githubSummary({ document, documents: [document] }))
  }
  // `restore --to -` has the data on standard output: nothing else may go there.
  const stdout = options.to === '-' ? process.stderr : process.stdout
  if (!options.events && !options.quiet && (results.length > 0 || errors.length === 0)) {
    const text = viewOf(spec.name, results, {
      now,
      isTerminal: stdout.isTTY === true,
      options,
      ...(stdout.columns === undefined ? {} : { width: stdout.columns }),
    })
    if (text !== '')
      await print(
        stdout,
        stamp ? stamp(text.split('\n'), 'INFO').join('\n') : wrapLines(text, stdout.columns),
      )
  }
  const colour = wantsColour(process.env, process.stderr.isTTY === true)
  for (const error of errors) {
    const text = renderError(error, { verbose: options.verbose === true, colour })
    const wrapped = wrapLines(text, process.stderr.columns)
    await print(process.stderr, stamp ? stamp(text.split('\n'), 'ERROR').join('\n') : wrapped)
  }
}

/** Loads and runs one command, shows what came of it, and sets the exit status. */
export async function runCommand(
  spec: CommandSpec,
  args: readonly string[],
  options: GlobalOptions & Options,
): Promise<void> {
  const interrupt = interruptible()
  const { clock, rehearsal } = clockOf(process.env)
  const output = outputOf(options, { clock })
  let outcome: Outcome
  let stamp: LogStamp | undefined
  try {
    const command = await spec.load()
    const context = createContext({
      spec,
      args,
      options,
      clock,
      rehearsal,
      reporter: output.reporter,
      signal: interrupt.signal,
    })
    if (context.fromEnvironment && output.stampWith) {
      stamp = createLogStamp(() => clock.now(), context.context.config.timezone)
      output.stampWith(stamp)
    }
    if (rehearsal) output.reporter.on({ type: 'finding', finding: rehearsalNote(clock) })
    outcome = await command(context.context, context.args, options)
  } catch (error) {
    outcome = failed(interrupt.signal.aborted ? interrupt.signal.reason : error)
  }
  output.end()
  const warnings = [...outcome.warnings, ...unsaid(output.findings, outcome)]
  process.exitCode = outcome.exitCode
  try {
    await show(spec, { ...outcome, warnings }, options, clock.now(), stamp)
  } catch (lost) {
    const error = asHoldfastError(lost)
    process.stderr.write(`${renderError(error, { verbose: false, colour: false })}\n`)
    process.exitCode = outcome.exitCode || error.exitStatus
  }
  // Timers of retries or a store's sockets must not keep a finished command alive.
  process.exit()
}
