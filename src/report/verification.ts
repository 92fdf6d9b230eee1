import type { SkippedVerification, VerifyResult } from './results.ts'

/** What `verify` and `drill` hand back: of `--due` also what they left alone. */
export type Verification = VerifyResult | SkippedVerification

export function isSkipped(result: Verification): result is SkippedVerification {
  return 'status' in result
}

export function wasVerified(result: Verification): result is VerifyResult {
  return !isSkipped(result)
}
