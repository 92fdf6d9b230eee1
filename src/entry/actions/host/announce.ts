import { appendFileSync } from 'node:fs'
import { error, warning } from '@actions/core'
import type { Annotation } from '../../../report/github-annotations.ts'

/** Annotations, as the runner takes them. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { severity, title, message, file, line } of annotations) {
    const say = severity === 'error' ? error : warning
    say(message, { title, ...(file !== undefined && { file }), ...(line !== undefined && { startLine: line }) })
  }
}

/** Adds to the step's summary, where the runner has one. */
export function addSummary(markdown: string, environment: NodeJS.ProcessEnv): void {
  const { GITHUB_STEP_SUMMARY: file } = environment
  if (file) appendFileSync(file, markdown)
}
