import type { DrillCheck, Evidence } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import type { DatabaseFingerprint } from '../../fingerprint.ts'
import { compareFingerprints } from '../../fingerprint-compare.ts'
import { openSession } from '../connection/session.ts'
import { fingerprintAgain } from '../fingerprint/again.ts'
import type { ThrowawayServer } from '../throwaway/server.ts'
import type { CopiedDatabase } from './copy.ts'

/** Compares one restored database with what its backup recorded of it; nothing where it recorded nothing. */
export async function compareCopy(
  { stored, database }: CopiedDatabase,
  server: ThrowawayServer,
  context: SourceContext,
): Promise<DrillCheck[]> {
  const { fingerprint: recorded } = stored
  if (recorded === undefined) return []
  const session = await openSession(server.settings, context, database)
  try {
    const { clock } = context
    const found = await fingerprintAgain(session, recorded, { clock, serverMajor: server.major })
    return compareFingerprints(recorded, found)
  } finally {
    await session.close()
  }
}

/** A fingerprint that looked at rows, all of them or a sample. */
const looksAtRows = ({ depth }: DatabaseFingerprint): boolean => depth === 'full' || depth === 'sample'

/** What the drill shows: equal rows of every database, or only that everything loads. */
export function evidenceOf(fingerprints: readonly (DatabaseFingerprint | undefined)[]): Evidence {
  const all =
    fingerprints.length > 0 && fingerprints.every((found) => found !== undefined && looksAtRows(found))
  return all ? 'snapshot' : 'load-only'
}
