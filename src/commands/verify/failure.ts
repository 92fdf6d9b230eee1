import { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'

/** The error that a backup which is not good comes to. */
export function verificationFailure({ job, id, destination, damaged, checks }: VerifyResult): HoldfastError {
  const what =
    damaged.length > 0
      ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
      : `${checks.find(({ result }) => result === 'failed')?.name ?? 'it'} failed`
  const onlyKeys = checks.every(({ name, result }) => result !== 'failed' || name === 'keys')
  return new HoldfastError(
    'verification-failed',
    `backup ${id} of ${job} at ${destination} is not good: ${what}`,
    {
      hint:
        onlyKeys && damaged.length === 0
          ? 'Nothing else is wrong with it. Give the identity or passphrase that it was made for; with it `holdfast rekey` lets the configured ones open it too.'
          : 'Make a new full backup now with `holdfast backup --level 0`; restore from another destination or an earlier backup.',
      context: { job, id, destination, damaged },
    },
  )
}
