import type { IssueText } from './issue-text.ts'
import { formatPath, type Path, valueAt } from './path.ts'
import type { Problem } from './problem.ts'

/** Whether a place is the name of a key or what stands behind it. */
export type Part = 'key' | 'value'

/** A configuration before anything is resolved, from a file, flags or the environment. */
export interface RawDocument {
  readonly root: Readonly<Record<string, unknown>>
  /** As shown to the user; absent without a file. */
  readonly file?: string
  /** Line and column from 1; undefined where it does not come from a file. */
  locate(path: Path, part: Part): { readonly line: number; readonly column: number } | undefined
}

/** A document that was not read from a file. */
export function documentOf(root: Readonly<Record<string, unknown>>): RawDocument {
  return { root, locate: () => undefined }
}

/** A problem at `path` with its place in the file; of a key that is missing, the place of what should hold it. */
export function problemAt(document: RawDocument, path: Path, text: IssueText, part: Part = 'value'): Problem {
  const there = valueAt(document.root, path) !== undefined
  const place = there ? document.locate(path, part) : document.locate(path.slice(0, -1), 'key')
  return {
    ...(document.file === undefined ? {} : { file: document.file }),
    ...place,
    path: formatPath(path),
    message: text.message,
    ...(text.hint === undefined ? {} : { hint: text.hint }),
  }
}
