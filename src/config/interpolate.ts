import { readFileSync } from 'node:fs'
import { HoldfastError } from '../errors/error.ts'
import type { RawDocument } from './document.ts'
import { parseInterpolation, type Segment } from './interpolation.ts'
import { localPath, type Surroundings } from './local-path.ts'
import { formatPath, mapStrings, originalPath, type Path, valueAt } from './path.ts'
import { type MissingVariable, variablesMissing } from './variables.ts'

/** A part of the configuration with its variables filled in. */
export interface Resolved {
  /** Undefined where it is absent, or was `${NAME:-}` and empty. */
  readonly value: unknown
  /** Whether the text at a path of the document came from a variable or a file. */
  interpolated(path: Path): boolean
  /** Where a path of `value` stands in the document. */
  original(path: Path): Path
}

function readReference(path: string, key: string, surroundings: Surroundings): string {
  const file = localPath(path, surroundings)
  const fail = (what: string, cause?: unknown) =>
    new HoldfastError('config-file-unreadable', `${what} ${file}, which ${key} names`, {
      hint: 'Name a file there that is not empty and that this user may read.',
      context: { path: file, key },
      cause,
    })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw fail('cannot read', cause)
  }
  const value = text.replace(/\r?\n$/, '')
  if (value === '') throw fail('there is nothing in')
  return value
}

/**
 * Fills in every `${…}` at or below `base`. A string that becomes empty by it is removed, from a map with its key.
 *
 * Errors: `config-variable-missing` naming all that are not set, `config-file-unreadable`.
 */
export function interpolate(document: RawDocument, base: Path, surroundings: Surroundings): Resolved {
  const missing: MissingVariable[] = []
  const failures: unknown[] = []
  const touched = new Set<string>()
  const expand = (segment: Segment, path: Path): string => {
    if (segment.kind === 'text') return segment.text
    touched.add(formatPath(path))
    if (segment.kind === 'variable') {
      const value = surroundings.environment[segment.name] || segment.fallback
      if (value === undefined) missing.push({ name: segment.name, path })
      return value ?? ''
    }
    try {
      return readReference(segment.path, formatPath(path), surroundings)
    } catch (error) {
      failures.push(error)
      return ''
    }
  }
  const value = mapStrings(valueAt(document.root, base), (text, below) => {
    const segments = parseInterpolation(text)
    const path = [...base, ...below]
    if ('message' in segments) return text
    const expanded = segments.map((segment) => expand(segment, path)).join('')
    return expanded === '' && touched.has(formatPath(path)) ? undefined : expanded
  })
  if (missing.length > 0) throw variablesMissing(document, missing)
  if (failures.length > 0) throw failures[0]
  return {
    value,
    interpolated: (path) => touched.has(formatPath(path)),
    original: (path) => [...base, ...originalPath(value, path)],
  }
}
