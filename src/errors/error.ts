import { type ErrorCode, exitStatusOf } from './codes.ts'

export interface ErrorDetails {
  /** A sentence that names the thing to change. */
  readonly hint?: string
  /** Facts for a person and for `--json`: names, paths, counts; never a secret. */
  readonly context?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  /** Whether the same call may succeed later without a change. */
  readonly retryable?: boolean
  readonly cause?: unknown
}

/** The one error type. The message is lower case without a full stop; `code` is stable and documented in docs/errors.md. */
export class HoldfastError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly context: NonNullable<ErrorDetails['context']>
  readonly retryable: boolean

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'HoldfastError'
    this.code = code
    this.hint = details.hint
    this.context = details.context ?? {}
    this.retryable = details.retryable ?? false
  }

  /** The process exit status for this error, see interface "Exit codes". */
  get exitStatus(): number {
    return exitStatusOf(this.code)
  }
}

/** True for a HoldfastError with one of the given codes. */
export function hasCode(error: unknown, ...codes: ErrorCode[]): error is HoldfastError {
  return error instanceof HoldfastError && codes.includes(error.code)
}
