import type { z } from 'zod'
import {
  expectations,
  type IssueText,
  literals,
  notOneOf,
  ownMessage,
  plainText,
  unknownKey,
  wrongKind,
} from './issue-text.ts'
import { knownKeys } from './known.ts'
import { isMap, type Path, valueAt } from './path.ts'

type Issue = z.core.$ZodIssue

/** A problem within a value: where, at the key or the value, and what. */
export interface Finding {
  readonly path: Path
  readonly part: 'key' | 'value'
  readonly text: IssueText
}

interface Judged {
  readonly schema: z.ZodType
  /** What was parsed. */
  readonly root: unknown
  /** False where the value came from outside and may be a secret. */
  mayShow(path: Path): boolean
}

const isRoot = (issue: Issue) => issue.path.length === 0

/** Of a union's branches the one that was meant: it has the right kind of value, and the fewest faults. */
function meant(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const candidates = branches.filter(
    (issues) =>
      !issues.some((issue) => isRoot(issue) && ['invalid_type', 'invalid_value'].includes(issue.code)),
  )
  return candidates.toSorted((a, b) => a.length - b.length)[0]
}

function unionFindings(issue: Issue & { code: 'invalid_union' }, path: Path, judged: Judged): Finding[] {
  const value = valueAt(judged.root, path)
  const shown = typeof value === 'string' && judged.mayShow(path) ? value : undefined
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] }
  if (discriminator !== undefined) {
    const text =
      value === undefined
        ? { message: 'missing', hint: `Add ${discriminator}: one of ${(options ?? []).join(', ')}.` }
        : notOneOf(options ?? [], shown ?? (judged.mayShow(path) ? String(value) : undefined), discriminator)
    return [{ path, part: 'value', text }]
  }
  const branch = meant(issue.errors)
  if (branch !== undefined) return branch.flatMap((inner) => findingsOf(inner, judged, path))
  const roots = issue.errors.flat().filter(isRoot)
  const names = [...new Set(roots.flatMap(literals))]
  if (shown !== undefined && names.length > 0) return [{ path, part: 'value', text: notOneOf(names, shown) }]
  const choices = [...new Set(roots.flatMap(expectations))]
  return [{ path, part: 'value', text: wrongKind(choices, value) }]
}

/** What one of zod's issues means to the person who wrote the file. */
export function findingsOf(issue: Issue, judged: Judged, base: Path = []): Finding[] {
  const path = [...base, ...(issue.path as Path)]
  const value = valueAt(judged.root, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(judged.schema, path, judged.root)
      const present = isMap(value) ? Object.keys(value) : []
      const free = known.filter((key) => !present.includes(key))
      return issue.keys.map((key) => ({ path: [...path, key], part: 'key', text: unknownKey(key, free) }))
    }
    case 'invalid_key': {
      const message = issue.issues[0]?.message ?? 'not a name'
      return [{ path, part: 'key', text: { message, hint: 'Rename the key.' } }]
    }
    case 'invalid_union':
      return unionFindings(issue, path, judged)
    case 'invalid_type':
      if (ownMessage(issue) !== undefined) break
      return [{ path, part: 'value', text: wrongKind(expectations(issue), value) }]
    case 'invalid_value': {
      if (ownMessage(issue) !== undefined) break
      if (value === undefined || value === null || typeof value === 'object') {
        return [{ path, part: 'value', text: wrongKind(expectations(issue), value) }]
      }
      const shown = judged.mayShow(path) ? String(value) : undefined
      return [{ path, part: 'value', text: notOneOf(issue.values, shown) }]
    }
  }
  return [{ path, part: 'value', text: plainText(issue, value, judged.mayShow(path)) }]
}
