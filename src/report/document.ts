import { HoldfastError } from '../errors/error.ts'
import { maskedValue } from './masked.ts'

export type OutcomeStatus =
  | 'success'
  | 'partial'
  | 'failed'
  | 'stale'
  | 'unverified'
  | 'busy'
  | 'refused'
  | 'cancelled'

const statuses: Readonly<Record<number, OutcomeStatus>> = {
  0: 'success',
  3: 'partial',
  4: 'stale',
  5: 'unverified',
  6: 'busy',
  7: 'refused',
  130: 'cancelled',
  143: 'cancelled',
}

/** The word for an exit code; what has no word of its own failed. */
export function statusOf(exitCode: number): OutcomeStatus {
  return statuses[exitCode] ?? 'failed'
}

export interface ErrorRecord {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly context?: Readonly<Record<string, unknown>>
}

/** The one document that `--json` prints and the actions' `results` carry. */
export interface OutcomeDocument {
  readonly command: string
  readonly status: OutcomeStatus
  readonly exitCode: number
  readonly results: readonly object[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
  readonly errors: readonly ErrorRecord[]
}

/** An error as `--json` shows it; anything that is no HoldfastError is `internal`. Its stack is not for users. */
function errorRecord(error: unknown): ErrorRecord {
  if (!(error instanceof HoldfastError)) {
    return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
  }
  const { code, message, hint, context } = error
  return { code, message, ...(hint === undefined ? {} : { hint }), context: { ...context } }
}

/** Builds the document, with registered secrets masked throughout. */
export function outcomeDocument(outcome: {
  readonly command: string
  readonly results: readonly object[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
  readonly errors: readonly unknown[]
  readonly exitCode: number
}): OutcomeDocument {
  const { command, results, warnings, errors, exitCode } = outcome
  const status = statusOf(exitCode)
  const document = { command, status, exitCode, results, warnings, errors: errors.map(errorRecord) }
  return maskedValue(document) as OutcomeDocument
}
