/** One line of `act --json`; those of act itself have no job. */
interface ActLine {
  readonly jobID?: string
  readonly msg?: string
  readonly command?: string
  readonly stage?: string
  readonly stepID?: readonly string[]
  readonly stepResult?: string
  readonly jobResult?: string
  readonly name?: string
  readonly arg?: string
  readonly content?: string
  readonly kvPairs?: Readonly<Record<string, string>>
}

export interface ActAnnotation {
  readonly job: string
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly file?: string
}

/** A step's summary: `text` as it would be shown, secrets not yet masked. */
export interface ActSummary {
  readonly job: string
  readonly step: string
  readonly text: string
}

export interface ActReport {
  /** What a person would read of all jobs, secrets masked. */
  readonly log: string
  /** `success` or `failure` by the job's id in the workflow; of a matrix the last leg. */
  readonly jobs: Readonly<Record<string, string>>
  /** By `<job>/<step id>`; of the post step by `<job>/<step id>/post`. */
  readonly steps: Readonly<Record<string, string>>
  /** By `<job>/<step id>`, then by name. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly summaries: readonly ActSummary[]
  readonly annotations: readonly ActAnnotation[]
}

function parse(line: string): ActLine {
  try {
    return JSON.parse(line) as ActLine
  } catch {
    return { msg: line }
  }
}

/** act leaves the escapes of properties as they are. */
function unescapeProperty(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function annotationOf(line: ActLine): ActAnnotation[] {
  const { command, jobID = '', arg = '', kvPairs = {} } = line
  if (command !== 'error' && command !== 'warning' && command !== 'notice') return []
  const { title = '', file } = kvPairs
  return [
    {
      job: jobID,
      level: command,
      title: unescapeProperty(title),
      message: arg,
      ...(file !== undefined && { file }),
    },
  ]
}

/** Reads the output of `act --json`. Of composite actions a step's id is `outer.inner`. */
export function readActLog(text: string): ActReport {
  const lines = text.split('\n').filter(Boolean).map(parse)
  const jobs: Record<string, string> = {}
  const steps: Record<string, string> = {}
  const outputs: Record<string, Record<string, string>> = {}
  for (const { jobID = '', stage, stepID = [], stepResult, jobResult, command, name, arg } of lines) {
    const step = `${jobID}/${stepID.join('.')}`
    if (jobResult !== undefined) jobs[jobID] = jobResult
    if (stepResult !== undefined && stepID.length > 0)
      steps[stage === 'Post' ? `${step}/post` : step] = stepResult
    if (command === 'set-output' && name !== undefined)
      outputs[step] = { ...outputs[step], [name]: arg ?? '' }
  }
  return {
    log: lines.map(({ msg = '' }) => msg.trimEnd()).join('\n'),
    jobs,
    steps,
    outputs,
    summaries: lines.flatMap(({ command, content = '', jobID = '', stepID = [] }) =>
      command === 'summary' ? [{ job: jobID, step: stepID.join('.'), text: content }] : [],
    ),
    annotations: lines.flatMap(annotationOf),
  }
}
