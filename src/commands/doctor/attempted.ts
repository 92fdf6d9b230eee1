import type { Finding } from '../../domain/finding.ts'
import { asHoldfastError } from '../outcome.ts'

/** An error as a finding. */
function found(error: unknown): Finding {
  const { code, message, hint } = asHoldfastError(error)
  return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) }
}

/** What was found; an error that it ended with is a finding, and keeps nothing else from being looked at. */
export async function attempt(work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work()
  } catch (error) {
    return [found(error)]
  }
}
