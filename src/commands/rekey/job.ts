import { forEachBounded } from '../../catalog/bounded.ts'
import type { Lease } from '../../catalog/lease.ts'
import { listMarked } from '../../catalog/shredded.ts'
import type { Finding } from '../../domain/finding.ts'
import { type HoldfastError, hasCode } from '../../errors/error.ts'
import { plural } from '../../report/bytes.ts'
import type { RekeyResult } from '../../report/key-results.ts'
import { type CommandContext, tell } from '../context.ts'
import { errorOfJob } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { rekeyBackup } from './backup.ts'
import type { RekeyKeys } from './keys.ts'
import type { RememberedWraps } from './remembered.ts'

export interface RekeyOptions {
  readonly keys: RekeyKeys
  readonly remembered: RememberedWraps
  readonly dropOld: boolean
  readonly leases: readonly Lease[]
}

/** Each passphrase takes scrypt a second and 256 MB. */
const atOnce = ({ passphrase }: RekeyKeys) => (passphrase === undefined ? 8 : 2)

function lockedFinding({ locked, destination, job }: RekeyResult, until: Date | undefined): Finding {
  const when = until === undefined ? 'by the store' : `until ${until.toISOString()}`
  return {
    severity: 'warning',
    code: 'wraps-locked',
    message: `${plural(locked, 'old wrap')} of ${job} ${locked === 1 ? 'is' : 'are'} locked at ${destination} ${when}: whoever has the old key can still open these backups`,
    hint: 'Run `holdfast rekey --drop-old` again when the lock has ended.',
  }
}

/** No wrap is between a 7z archive and its passphrase. */
function archivesFinding(count: number, { destination, job }: RekeyResult, dropOld: boolean): Finding {
  return {
    severity: dropOld ? 'warning' : 'info',
    code: 'archives-not-rekeyed',
    message: `${plural(count, 'backup')} of ${job} at ${destination} ${count === 1 ? 'is a 7z archive' : 'are 7z archives'}: the passphrase that each was made with goes on opening it, and nothing else does`,
    hint: 'Keep that passphrase until retention has let these backups go; `holdfast shred` deletes one at once.',
  }
}

/** Whether an error says something about one backup; any other one, such as of a store that is away, ends this destination. */
function blamesBackup(error: unknown): boolean {
  return hasCode(
    error,
    'identity-wrong',
    'passphrase-wrong',
    'object-missing',
    'object-damaged',
    'manifest-damaged',
    'backup-not-found',
    'commit-conflict',
    'store-lied',
  )
}

/** Every backup of a job at one destination; one that fails does not keep the others from going on. */
export async function rekeyJob(
  context: CommandContext,
  job: string,
  destination: Destination,
  options: RekeyOptions,
): Promise<{
  readonly result: RekeyResult
  readonly errors: readonly HoldfastError[]
  readonly findings: readonly Finding[]
}> {
  const { store, name } = destination
  const { points, damaged } = await readEntries(context, destination, job, { proofs: false, tells: false })
  const marked = await listMarked(store, job)
  const encrypted = points.filter((entry) => entry.encrypted && !marked.has(entry.id))
  const errors: HoldfastError[] = damaged.map(({ error }) => error)
  const result = {
    job,
    destination: name,
    backups: encrypted.length,
    added: 0,
    proven: 0,
    dropped: 0,
    locked: 0,
    failed: 0,
    unencrypted: points.filter((entry) => !entry.encrypted).length,
    shredded: points.filter(({ id }) => marked.has(id)).length,
  }
  let lockedUntil: Date | undefined
  let looked = 0
  const about = { type: 'progress', job, stream: name, phase: 'rekey', unit: 'backup' } as const
  const total = encrypted.length
  const run = {
    ...options,
    store,
    signal: context.signal,
    assertHeld: () => {
      for (const lease of options.leases) lease.assertHeld()
    },
  }
  context.reporter.on({ ...about, total, bytes: 0 })
  const work = forEachBounded(encrypted, atOnce(options.keys), async (entry) => {
    context.signal.throwIfAborted()
    try {
      const done = await rekeyBackup(run, entry)
      if (done === undefined) return
      result.added += done.added
      if (done.proven) result.proven += 1
      result.dropped += done.dropped.deleted
      result.locked += done.dropped.locked.length
      const until = done.dropped.lockedUntil
      if (until && (lockedUntil === undefined || until > lockedUntil)) lockedUntil = until
    } catch (error) {
      context.signal.throwIfAborted()
      if (!blamesBackup(error)) throw error
      result.failed += 1
      errors.push(errorOfJob(error, job))
    }
    looked += 1
    context.reporter.on({ ...about, total, bytes: looked })
  })
  await work.catch((error) => {
    context.signal.throwIfAborted()
    result.failed += total - looked
    errors.push(errorOfJob(error, job))
  })
  context.reporter.on({ ...about, total, bytes: looked, done: true })
  const archived = encrypted.filter((entry) => entry.archived).length
  const findings = [
    ...(result.locked > 0 ? [lockedFinding(result, lockedUntil)] : []),
    ...(archived > 0 ? [archivesFinding(archived, result, options.dropOld)] : []),
  ]
  for (const finding of findings) tell(context, finding, job)
  return { result, errors, findings }
}
