import type { z } from 'zod'
import { problemAt, type RawDocument } from './document.ts'
import { interpolate } from './interpolate.ts'
import { findingsOf } from './issues.ts'
import type { Surroundings } from './local-path.ts'
import { parseResolved } from './parse.ts'
import { type Path, valueAt } from './path.ts'
import { configInvalid } from './problem.ts'

/** Reads parts of a document when they are needed. */
export interface Sections {
  readonly document: RawDocument
  readonly surroundings: Surroundings
  /**
   * The part at `path`, its variables filled in, as the schema parses it; undefined where it is absent.
   * Errors: `config-variable-missing`, `config-file-unreadable`, `config-invalid`.
   */
  read<Schema extends z.ZodType>(path: Path, schema: Schema): z.output<Schema> | undefined
}

/** Sections of a document in its surroundings. */
export function sectionsOf(document: RawDocument, surroundings: Surroundings): Sections {
  function read<Schema extends z.ZodType>(path: Path, schema: Schema): z.output<Schema> | undefined {
    const resolved = interpolate(document, path, surroundings)
    if (resolved.value === undefined) return undefined
    const fromOutside = (below: Path) => resolved.interpolated(resolved.original(below))
    const parsed = parseResolved(schema, resolved.value, fromOutside)
    if ('data' in parsed) return parsed.data as z.output<Schema>
    const judged = { schema, root: parsed.value, mayShow: (below: Path) => !fromOutside(below) }
    const problems = parsed.issues
      .flatMap((issue) => findingsOf(issue, judged))
      .map((finding) => {
        const place = resolved.original(finding.path)
        const removed =
          valueAt(parsed.value, finding.path) === undefined && valueAt(document.root, place) !== undefined
        const text = removed
          ? { message: 'missing: its variable is empty', hint: 'Set the variable; this key is needed here.' }
          : finding.text
        return problemAt(document, place, text, finding.part)
      })
    throw configInvalid(problems)
  }
  return { document, surroundings, read }
}
