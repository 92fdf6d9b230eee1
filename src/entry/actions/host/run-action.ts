import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Inputs, readInputs } from '../../../config/action-inputs.ts'
import type { Finding } from '../../../domain/finding.ts'
import { systemClock } from '../../../process/clock.ts'
import { annotationsOf } from '../../../report/github-annotations.ts'
import { githubSummary } from '../../../report/github-summary.ts'
import { clockOf, rehearsalNote } from '../../host/clock.ts'
import { interruptible } from '../../host/signals.ts'
import type { ActionSpec, Stage } from './action-spec.ts'
import { concludeStages } from './conclusion.ts'
import { maskEnvironment, maskInLogs, takeEnvironment } from './masking.ts'
import { setOutputs, writeResults } from './outputs.ts'
import { createLogReporter, type LogReporter } from './reporter.ts'
import { addSummary, annotate } from './runner-commands.ts'
import { saveFinished, saveStart } from './saved-state.ts'
import { sharedInputs } from './shared-inputs.ts'
import { failedOutcome } from './stages.ts'

/** The inputs, with what they and the environment hold of secrets masked before anything is said of them. */
function takeInputs(spec: ActionSpec, reporter: LogReporter): Inputs {
  const short = maskEnvironment(process.env)
  const tell = (findings: readonly Finding[]) => {
    maskInLogs()
    for (const finding of findings) reporter.on({ type: 'finding', finding })
  }
  try {
    const inputs = readInputs(process.env, [...sharedInputs, ...spec.inputs])
    short.push(...takeEnvironment(inputs.list('env'), process.env))
    return inputs
  } finally {
    tell(short)
  }
}

/** A directory of this step alone; `post` removes it. Scratch directories and results lie in it. */
async function ownDirectory(): Promise<string> {
  const parent = process.env.RUNNER_TEMP || tmpdir()
  await mkdir(parent, { recursive: true })
  const directory = await mkdtemp(join(parent, 'holdfast-step-'))
  await saveStart(directory)
  process.env.TMPDIR = directory
  return directory
}

interface Run {
  readonly spec: ActionSpec
  readonly stages: Stage[]
  readonly reporter: LogReporter
  readonly inputs: Inputs | undefined
  readonly temporary: string
  readonly signal: AbortSignal
}

/** Writes the results where `results-file` says; where that cannot be, that is one more failure. */
function writeConclusion({ spec, stages, reporter, inputs, temporary, signal }: Run) {
  const conclude = () => {
    return concludeStages(spec, stages, reporter.heard, inputs?.flag('fail-on-warning') ?? false)
  }
  const conclusion = conclude()
  try {
    const file = writeResults(conclusion.document, inputs?.text('results-file'), temporary)
    return { conclusion, file }
  } catch (error) {
    stages.push({ command: spec.command, outcome: failedOutcome(error, signal) })
    const failed = conclude()
    return { conclusion: failed, file: writeResults(failed.document, undefined, temporary) }
  }
}

/** Tells what came of it in every way that a runner has. Returns the exit code. */
function tellAll(run: Run): number {
  const { spec, stages, reporter, inputs } = run
  const { conclusion, file } = writeConclusion(run)
  const { document, errors } = conclusion
  setOutputs(document, file, spec.outputs(stages))
  annotate(annotationsOf(errors, reporter.heard))
  if (inputs?.flag('summary') !== false) addSummary(githubSummary(conclusion))
  return document.exitCode
}

/** Runs the main step of an action. Returns its exit code; whatever fails becomes an outcome. */
export async function runAction(spec: ActionSpec): Promise<number> {
  const { signal } = interruptible()
  const reporter = createLogReporter(systemClock, process.env)
  const temporary = await ownDirectory()
  const stages: Stage[] = []
  let inputs: Inputs | undefined
  try {
    inputs = takeInputs(spec, reporter)
    // What takes its time to load comes after the masks.
    const { openSession } = await import('./session.ts')
    const { clock, rehearsal } = clockOf(process.env)
    if (rehearsal) reporter.on({ type: 'finding', finding: rehearsalNote(clock) })
    await spec.run(openSession(inputs, spec, { clock, rehearsal, reporter, signal }, stages))
  } catch (error) {
    stages.push({ command: spec.command, outcome: failedOutcome(error, signal) })
  }
  const exitCode = tellAll({ spec, stages, reporter, inputs, temporary, signal })
  saveFinished()
  return exitCode
}
