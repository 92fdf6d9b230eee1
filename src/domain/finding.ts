/** Something that a person should know: a warning of a run, or one line of `doctor`. */
export interface Finding {
  readonly severity: 'ok' | 'info' | 'warning' | 'error'
  /** Stable kebab-case code, documented in docs/errors.md. */
  readonly code: string
  /** Lower case, no full stop. */
  readonly message: string
  /** A sentence that names what to change. */
  readonly hint?: string
  /** The command that mends it, ready to paste. */
  readonly command?: string
  /** Lines of a policy that mend it, ready to paste. */
  readonly policy?: readonly string[]
  /** Names concerned: paths, tables. Not for manifests: names are kept encrypted in meta. */
  readonly names?: readonly string[]
  /** What a program printed, line by line: for the log of a run, and nowhere else. */
  readonly log?: readonly string[]
}
