/**
 * Every error code with its exit status. Codes are stable: scripts rely on them. docs/errors.md explains each,
 * and a test holds the two lists equal.
 */
const exitStatuses = {
  // 1: failed
  internal: 1,
  timeout: 1,
  'tool-missing': 1,
  'tool-failed': 1,
  'source-failed': 1,
  'source-unreadable': 1,
  'source-truncated': 1,
  'unread-paths': 1,
  'backup-too-small': 1,
  'hook-failed': 1,
  'doctor-found-errors': 1,
  'state-unusable': 1,
  'disk-full': 1,
  'scratch-too-small': 1,
  'target-unwritable': 1,
  'identity-wrong': 1,
  'key-mismatch': 1,
  'passphrase-wrong': 1,
  'store-unreachable': 1,
  'store-unwritable': 1,
  'store-not-found': 1,
  'store-condition-failed': 1,
  'store-checksum-mismatch': 1,
  'store-unsupported': 1,
  'store-stalled': 1,
  'store-lied': 1,
  'store-credentials': 1,
  'bucket-missing': 1,
  'region-wrong': 1,
  'clock-skew': 1,
  'tls-failed': 1,
  'object-archived': 1,
  'lease-lost': 1,
  'commit-conflict': 1,
  'chain-broken': 1,
  'parent-missing': 1,
  'format-unsupported': 1,
  'backup-not-found': 1,
  shredded: 1,
  'shred-incomplete': 1,
  'repository-missing': 1,
  'path-not-found': 1,
  'restore-failed': 1,
  'check-query-failed': 1,
  'workflows-differ': 1,
  'failed-on-warning': 1,
  'output-masked': 1,
  'notification-failed': 1,
  // 2: usage or config
  usage: 2,
  'config-not-found': 2,
  'config-invalid': 2,
  'config-variable-missing': 2,
  'config-file-unreadable': 2,
  'driver-not-built': 2,
  'job-unknown': 2,
  'destination-unknown': 2,
  'repository-mismatch': 2,
  'target-unknown': 2,
  'identity-missing': 2,
  'recipient-missing': 2,
  'key-invalid': 2,
  'input-invalid': 2,
  'checkout-missing': 2,
  'feature-not-built': 2,
  'signing-key-missing': 2,
  // 3: partly
  'destination-failed': 3,
  'jobs-failed': 3,
  'unread-partly': 3,
  'salvaged-partly': 3,
  // 4: stale or unproven
  stale: 4,
  unproven: 4,
  // 5: verification failed
  'object-damaged': 5,
  'object-missing': 5,
  'manifest-damaged': 5,
  'index-damaged': 5,
  'verification-failed': 5,
  // 6: busy
  busy: 6,
  // 7: refused for safety
  'signature-untrusted': 7,
  'target-not-empty': 7,
  'confirmation-needed': 7,
  'plan-deletes-everything': 7,
  'clock-in-future': 7,
  'drill-failed': 7,
  'exclusive-needed': 7,
  'read-only': 7,
  held: 7,
  'rekey-unproven': 7,
  'needed-by-children': 7,
  'unknown-feature': 7,
  'destination-in-workspace': 7,
  // 130, 143: interrupted
  interrupted: 130,
  terminated: 143,
} as const

export type ErrorCode = keyof typeof exitStatuses

/** All codes, in documentation order. */
export const errorCodes = Object.keys(exitStatuses) as ErrorCode[]

/** The process exit status that belongs to a code. */
export function exitStatusOf(code: ErrorCode): number {
  return exitStatuses[code]
}
