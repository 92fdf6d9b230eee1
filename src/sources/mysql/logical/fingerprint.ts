import type { SourceContext } from '../../../domain/source.ts'
import { fingerprintMissing } from '../fingerprint/missing.ts'
import { takeFingerprint } from '../fingerprint/take.ts'
import type { Fingerprint } from '../fingerprint/types.ts'
import type { ServerFacts } from '../server/facts.ts'
import type { MysqlSettings } from '../settings.ts'
import type { Coordinates } from './observer.ts'
import type { Snapshot } from './snapshot.ts'

type Unjudged = Omit<Fingerprint, 'matched'>

/** Why the fingerprint is not one of the dump's own snapshot; undefined when it is. */
function whyUnmatched(snapshot: Snapshot, dump: Coordinates | undefined): string | undefined {
  if (snapshot.shared()) return undefined
  const own = snapshot.coordinates
  if (own === undefined || dump === undefined) {
    return 'there are no coordinates of a binary log to compare, and the user of the backup may not lock the server for a moment (RELOAD, PROCESS)'
  }
  if (own.file === dump.file && own.position === dump.position) return undefined
  return 'something was written between the two snapshots, and the user of the backup may not lock the server for a moment (RELOAD, PROCESS)'
}

/** Looks at the data beside the dump. What cannot be looked at is a warning: the dump is good without. */
export async function lookBeside(
  context: SourceContext,
  settings: MysqlSettings,
  facts: ServerFacts,
  databases: readonly string[],
  snapshot: Snapshot,
): Promise<Unjudged | undefined> {
  try {
    return await takeFingerprint({
      session: snapshot.session,
      facts,
      databases,
      depth: settings.fingerprint,
      budget: settings.budget,
      clock: context.clock,
      allTables: settings.lockAllTables,
    })
  } catch (error) {
    return fingerprintMissing(context, error)
  }
}

/** The fingerprint with its verdict. */
export function judged(taken: Unjudged, snapshot: Snapshot, dump: Coordinates | undefined): Fingerprint {
  const unmatchedBecause = whyUnmatched(snapshot, dump)
  return {
    ...taken,
    matched: unmatchedBecause === undefined,
    ...(unmatchedBecause === undefined ? {} : { unmatchedBecause }),
  }
}
