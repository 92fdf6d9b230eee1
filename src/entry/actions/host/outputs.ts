import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { maskSecrets, Secret } from '../../../domain/secret.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { OutcomeDocument } from '../../../report/document.ts'
import type { Outputs } from './action-spec.ts'
import { setOutput } from './runner-commands.ts'

/** GitHub takes a megabyte an output; the file of the results has no limit. */
const largestOutput = 900 * 1024

function within(document: OutcomeDocument, file: string): string {
  const whole = JSON.stringify(document)
  if (Buffer.byteLength(whole) <= largestOutput) return whole
  const note = { code: 'results-too-large', message: `the results are only in ${file}: an output holds 1 MB` }
  return JSON.stringify({ ...document, results: [], warnings: [note, ...document.warnings.slice(0, 100)] })
}

/**
 * Writes the results to the file of `results-file`, else into the step's own directory. Returns its path. Errors:
 * `target-unwritable`.
 */
export function writeResults(
  document: OutcomeDocument,
  named: string | undefined,
  temporary: string,
): string {
  const file = named === undefined ? join(temporary, 'results.json') : resolve(named)
  try {
    writeFileSync(file, `${JSON.stringify(document, undefined, 2)}\n`, { mode: 0o600 })
    return file
  } catch (cause) {
    throw new HoldfastError('target-unwritable', `cannot write the results to ${file}`, {
      hint: 'Set results-file to a path in a directory that exists and that the runner may write.',
      context: { path: file },
      cause,
    })
  }
}

/**
 * Sets what all actions set, and their own. Secrets are masked by us: GitHub would drop the whole output. One that is an
 * output by itself is set as it is: GitHub drops it only where it would leave the job.
 */
export function setOutputs(document: OutcomeDocument, file: string, own: Outputs): void {
  setOutput('status', document.status)
  setOutput('exit-code', document.exitCode)
  setOutput('results', within(document, file))
  setOutput('results-file', file)
  for (const [name, value] of Object.entries(own)) {
    setOutput(name, value instanceof Secret ? value.reveal() : maskSecrets(String(value)))
  }
}
