import type { CaptureResult } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { RoleFingerprint, ServerFingerprint } from '../../fingerprint.ts'
import type { DatabaseDump } from './database-stream.ts'
import { globalsStream } from './globals-stream.ts'
import type { DumpRun } from './run.ts'

function snapshotsOf(run: DumpRun, dumps: readonly DatabaseDump[]): ServerFingerprint['snapshots'] {
  const own = dumps.map(({ stream }) => ({
    streams: [stream.name],
    note: 'dump and fingerprint from one exported snapshot of its own; sequences were read before it',
  }))
  if (!run.settings.globals) return own
  return [
    ...own,
    { streams: [globalsStream], note: 'no snapshot: roles and tablespaces as they were after the databases' },
  ]
}

function warnOfDepth(run: DumpRun, dumps: readonly DatabaseDump[]): void {
  for (const dump of dumps) {
    const found = dump.fingerprint()
    if (found?.fellBack === undefined) continue
    run.context.warn({
      severity: 'warning',
      code: 'fingerprint-incomplete',
      message: `the fingerprint of a database went no further than ${found.depth}`,
      hint: 'Raise budget, or choose fingerprint: sample or counts; `holdfast show` has the names.',
      names: [found.database, found.fellBack],
    })
  }
}

/** The verdict over all streams: what meta says of them, and what a drill can be compared with. */
export function concludeDump(
  run: DumpRun,
  dumps: readonly DatabaseDump[],
  roles: readonly RoleFingerprint[] | undefined,
): CaptureResult {
  const databases = dumps.map((dump) => {
    const fingerprint = dump.fingerprint()
    if (fingerprint === undefined) throw new HoldfastError('internal', 'a dump was never read to its end')
    return fingerprint
  })
  warnOfDepth(run, dumps)
  const fingerprint: ServerFingerprint = {
    format: 1,
    databases,
    ...(roles && { roles }),
    snapshots: snapshotsOf(run, dumps),
  }
  const toolOutput = dumps
    .map((dump) => dump.toolOutput())
    .filter(Boolean)
    .join('\n')
  const comparable = databases.every(({ depth }) => depth === 'full' || depth === 'sample')
  return {
    evidence: comparable ? 'snapshot' : 'load-only',
    unread: [],
    tables: databases.reduce((sum, { tables }) => sum + tables.length, 0),
    fingerprint,
    ...(toolOutput !== '' && { toolOutput }),
  }
}
