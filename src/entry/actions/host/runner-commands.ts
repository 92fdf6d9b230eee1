import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { Annotation } from '../../../report/github-annotations.ts'

/**
 * What an action says to its runner, as docs.github.com, "Workflow commands for GitHub Actions" and "Environment
 * files", has it. `@actions/core` does the same, but loads an HTTP client first, which takes longer than all else that
 * an action needs to start.
 */

const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function command(name: string, properties: Readonly<Record<string, string>>, data: string): void {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`)
  const head = list.length > 0 ? `${name} ${list.join(',')}` : name
  process.stdout.write(`::${head}::${escapeData(data)}\n`)
}

/** Masks a text of one line in all logs of the job from here on. */
export function addMask(text: string): void {
  command('add-mask', {}, text)
}

export function annotate(annotations: readonly Annotation[]): void {
  for (const { severity, title, message, file, line } of annotations) {
    command(
      severity,
      { title, ...(file !== undefined && { file }), ...(line !== undefined && { line: String(line) }) },
      message,
    )
  }
}

/** A file that the runner reads when the step has ended; a value of several lines stands between two marks. */
function intoFile(variable: string, name: string, value: string): void {
  const { [variable]: file } = process.env
  const mark = `holdfast_${randomUUID()}`
  if (file) appendFileSync(file, `${name}<<${mark}\n${value}\n${mark}\n`)
}

export function setOutput(name: string, value: string | number): void {
  intoFile('GITHUB_OUTPUT', name, String(value))
}

/** Keeps a value for the `post` of the same step, which gets it with {@link getState}. */
export function saveState(name: string, value: string): void {
  intoFile('GITHUB_STATE', name, value)
}

/** Empty where nothing was saved. */
export function getState(name: string): string {
  return process.env[`STATE_${name}`] ?? ''
}

/** Adds to the step's summary, where the runner has one. */
export function addSummary(markdown: string): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env
  if (file) appendFileSync(file, markdown)
}
