import type { CatalogueEntry } from '../../catalog/entry.ts'
import { isTrusted } from '../../catalog/envelope.ts'
import { type Reading, type ReadingLog, writeReading } from '../../catalog/readings.ts'
import { parseSigningKey } from '../../catalog/signing-key.ts'
import type { Sample } from '../../drill/sample.ts'
import type { VerifyResult } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type Destination, openDestination } from '../repository/destination.ts'

/** What was looked at of one backup. */
export interface Looked {
  readonly entry: CatalogueEntry
  /** Every object that was looked at is whole. */
  readonly whole: boolean
  readonly objects?: number
  readonly bytes: number
}

export interface LookedOver {
  readonly depth: Reading['depth']
  readonly sample?: Sample | undefined
  readonly startedAt: Date
  /** At least one. */
  readonly backups: readonly Looked[]
}

function readingOf(
  { name, repository }: Destination,
  job: string,
  { depth, sample, startedAt, backups }: LookedOver,
  finishedAt: Date,
): Reading {
  return {
    format: 1,
    repository: repository.repository,
    job,
    destination: name,
    depth,
    ...(sample && sample.of > 1 && { sample }),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    backups: backups
      .filter(({ whole }) => whole)
      .map(({ entry }) => ({ id: entry.id, manifest: `sha256:${entry.manifestSha256}` })),
  }
}

function logOf(backups: readonly Looked[], results: readonly VerifyResult[]): ReadingLog {
  return {
    status: results.some(({ result }) => result === 'failed') ? 'unverified' : 'success',
    ...(backups.every(({ objects }) => objects !== undefined) && {
      objects: backups.reduce((sum, { objects = 0 }) => sum + objects, 0),
    }),
    bytes: backups.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/**
 * Leaves a log of what a verification read back at a destination, signed where a signing key is configured, from which
 * `report` and `proof` tell what was not. Whoever may only read has verified nonetheless: he is told.
 */
export async function recordReading(
  context: CommandContext,
  destination: Destination,
  job: string,
  looked: LookedOver,
  results: readonly VerifyResult[],
): Promise<void> {
  const { clock, config, signal } = context
  const [newest] = looked.backups.map(({ entry }) => entry.id).sort((a, b) => (a < b ? 1 : -1))
  if (newest === undefined || signal.aborted) return
  try {
    const { key, trust } = config.signing()
    const signer = key && parseSigningKey(key)
    // What nobody vouches for is a report; drills say so as a warning, since deletions depend on them.
    if (!isTrusted(signer?.keyid, trust)) {
      const message = 'what was read back is not signed by a key of signing.trust, and counts for no ledger'
      tell(context, { severity: 'info', code: 'reading-untrusted', message }, job)
    }
    const { store } = await openDestination(context, destination.name, 'write')
    await writeReading(
      store,
      readingOf(destination, job, looked, clock.now()),
      logOf(looked.backups, results),
      { newest, signer, signal },
    )
  } catch (thrown) {
    signal.throwIfAborted()
    const { message } = asHoldfastError(thrown)
    tell(
      context,
      {
        severity: 'warning',
        code: 'reading-not-recorded',
        message: `${destination.name}: what was read back could not be recorded: ${message}`,
        hint: 'The verification stands. Let this role add objects below logs/, so that the ledger of reports knows of it.',
      },
      job,
    )
  }
}
