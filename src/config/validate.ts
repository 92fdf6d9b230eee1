import type { z } from 'zod'
import { problemAt, type RawDocument } from './document.ts'
import { parseInterpolation, referencesIn } from './interpolation.ts'
import { findingsOf } from './issues.ts'
import { isMap, mapStrings, type Path, valueAt } from './path.ts'
import type { Problem } from './problem.ts'

/** Stands for a text whose variables are not filled in yet; short, so that no secret of this text is registered. */
const pending = '${}'

/** Problems of how `${…}` is written, wherever it stands. */
function interpolationProblems(document: RawDocument): Problem[] {
  const problems: Problem[] = []
  mapStrings(document.root, (text, path) => {
    const parsed = parseInterpolation(text)
    if ('message' in parsed) problems.push(problemAt(document, path, parsed))
    return text
  })
  return problems
}

function holdsPending(value: unknown): boolean {
  if (value === pending) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsPending)
}

/** Whether an issue may vanish once variables are filled in. */
function mustWait(issue: z.core.$ZodIssue, root: unknown): boolean {
  const path = issue.path as Path
  const value = valueAt(root, path)
  if (value === pending) return true
  // A rule over several keys: one of them is not known yet.
  const ofSeveral = issue.code === 'custom' && typeof issue.input === 'object'
  const whole = isMap(value) || Array.isArray(value) ? value : valueAt(root, path.slice(0, -1))
  return (ofSeveral && holdsPending(whole)) || (issue.code === 'too_small' && holdsPending(value))
}

/**
 * Everything that can be said of a document before any variable is known. What depends on a variable is checked when
 * a command uses it.
 */
export function validateRaw(document: RawDocument, schema: z.ZodType): Problem[] {
  const malformed = interpolationProblems(document)
  const root = mapStrings(document.root, (text) => {
    const parsed = parseInterpolation(text)
    if ('message' in parsed || referencesIn(text).length > 0) return pending
    return parsed.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('')
  })
  const result = schema.safeParse(root, { reportInput: true })
  if (result.success) return malformed
  const judged = { schema, root, mayShow: () => true }
  const findings = result.error.issues
    .filter((issue) => !mustWait(issue, root))
    .flatMap((issue) => findingsOf(issue, judged))
    .filter(({ path }) => valueAt(root, path) !== pending)
  return [...malformed, ...findings.map(({ path, part, text }) => problemAt(document, path, text, part))]
}
