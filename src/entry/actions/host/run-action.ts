import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Inputs, readInputs } from '../../../config/config.ts'
import type { Finding } from '../../../domain/finding.ts'
import { annotationsOf } from '../../../report/github-annotations.ts'
import { githubSummary } from '../../../report/github-summary.ts'
import { clockOf, rehearsalNote } from '../../host/clock.ts'
import { interruptible } from '../../host/signals.ts'
import type { ActionSpec, Stage } from './action-spec.ts'
import { concludeStages } from './conclusion.ts'
import { maskEnvironment, maskInLogs, takeEnvironment } from './masking.ts'
import { setOutputs, writeResults } from './outputs.ts'
import { runPost } from './post.ts'
import { createLogReporter, type LogReporter } from './reporter.ts'
import { addSummary, annotate } from './runner-commands.ts'
import { savedState, saveFinished, saveStart } from './saved-state.ts'
import { failedOutcome, openSession } from './session.ts'
import { sharedInputs } from './shared-inputs.ts'

/** The inputs, with what they and the environment hold of secrets masked before anything is said of them. */
function takeInputs(spec: ActionSpec, reporter: LogReporter): Inputs {
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) reporter.on({ type: 'finding', finding })
  }
  const short = maskEnvironment(process.env)
  const inputs = readInputs(process.env, [...sharedInputs, ...spec.inputs])
  const given = takeEnvironment(inputs.list('env'), process.env)
  maskInLogs()
  tell([...short, ...given])
  return inputs
}

/** A directory of this step alone; `post` removes it. Scratch directories and results lie in it. */
async function ownDirectory(): Promise<string> {
  const directory = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'holdfast-step-'))
  await saveStart(directory)
  process.env.TMPDIR = directory
  return directory
}

function conclude(
  spec: ActionSpec,
  stages: readonly Stage[],
  reporter: LogReporter,
  inputs: Inputs | undefined,
  temporary: string,
): number {
  const findings = reporter.heard.map(({ finding }) => finding)
  const conclusion = concludeStages(spec, stages, findings, inputs?.flag('fail-on-warning') ?? false)
  const { document, errors } = conclusion
  const file = writeResults(document, inputs?.text('results-file'), temporary)
  setOutputs(document, file, spec.outputs(stages))
  annotate(annotationsOf(errors, reporter.heard))
  if (inputs?.flag('summary') !== false) addSummary(githubSummary(conclusion))
  return document.exitCode
}

async function runMain(spec: ActionSpec): Promise<number> {
  const interrupt = interruptible()
  const { signal } = interrupt
  const { clock, rehearsal } = clockOf(process.env)
  const reporter = createLogReporter(clock, process.env)
  const temporary = await ownDirectory()
  const stages: Stage[] = []
  let inputs: Inputs | undefined
  try {
    inputs = takeInputs(spec, reporter)
    if (rehearsal) reporter.on({ type: 'finding', finding: rehearsalNote(clock) })
    await spec.run(openSession(inputs, spec, { clock, rehearsal, reporter, signal }, stages))
  } catch (error) {
    stages.push({ command: spec.command, outcome: failedOutcome(error, signal) })
  }
  const exitCode = conclude(spec, stages, reporter, inputs, temporary)
  saveFinished()
  return exitCode
}

/** Runs an action, or in a step's `post` gives back what its main step left. Ends the process. */
export async function runAction(spec: ActionSpec): Promise<void> {
  const saved = savedState()
  process.exitCode = saved === undefined ? await runMain(spec) : await runPost(spec, saved)
  // Timers of retries or a store's sockets must not keep a finished step alive.
  process.exit()
}
