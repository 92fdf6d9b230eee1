import type { HoldfastError } from '../../errors/error.ts'
import { formatBytes } from '../../report/bytes.ts'
import type { TestStep, VerifyResult } from '../../report/results.ts'
import { backupJob } from '../backup/job.ts'
import { createLogFiles } from '../backup/log-files.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { findBackup } from '../repository/find.ts'
import { openers } from '../repository/identities.ts'
import type { OnBusy } from '../repository/lease.ts'
import { verifyContents } from '../verify/contents.ts'
import { drillBackup } from '../verify/drill.ts'
import { verificationFailure } from '../verify/failure.ts'
import { verifyObjects } from '../verify/stored.ts'
import { testTag } from './remember.ts'

/** What the steps of a test collect. */
export interface Testing {
  readonly steps: TestStep[]
  readonly errors: HoldfastError[]
}

/** Runs one step; what it throws is its failure. Returns undefined then. */
export async function attempt<T>(
  { clock }: CommandContext,
  { steps, errors }: Testing,
  name: string,
  work: () => Promise<{ readonly detail: string; readonly failure?: HoldfastError; readonly value: T }>,
): Promise<T | undefined> {
  const started = clock.monotonic()
  const seconds = () => (clock.monotonic() - started) / 1000
  try {
    const { detail, failure, value } = await work()
    if (failure) errors.push(failure)
    steps.push({ name, result: failure ? 'failed' : 'passed', seconds: seconds(), detail })
    return failure ? undefined : value
  } catch (thrown) {
    const error = asHoldfastError(thrown)
    errors.push(error)
    steps.push({ name, result: 'failed', seconds: seconds(), detail: error.message })
    return undefined
  }
}

function judged(result: VerifyResult, detail: string) {
  const failed = result.result === 'failed'
  return { detail, value: result, ...(failed && { failure: verificationFailure(result) }) }
}

/** A real backup of the job, full, tagged `test`; nobody is told of it. Undefined where there is none. */
export function backUp(context: CommandContext, testing: Testing, job: string, onBusy: OnBusy) {
  return attempt(context, testing, 'backup', async () => {
    const logFiles = createLogFiles()
    try {
      const { result, errors } = await backupJob(context, job, {
        due: false,
        force: true,
        level: 0,
        tags: [testTag],
        acceptSize: true,
        dryRun: false,
        onBusy,
        throwaway: true,
        logFiles,
        bell: { hears: () => false, start: () => undefined },
      })
      testing.errors.push(...errors)
      const { id, sourceBytes = 0, storedBytes = 0, destinations = [] } = result
      if (id === undefined) return { detail: 'another run holds the job', value: undefined }
      const done = destinations.flatMap(({ name, status }) => (status === 'success' ? name : []))
      const detail = `${formatBytes(sourceBytes)} read, ${formatBytes(storedBytes)} stored at ${done.join(', ')}`
      return { detail, value: { id, destinations: done } }
    } finally {
      logFiles.close()
    }
  })
}

/** Every object read back from one destination and compared with its hash. */
export function readBack(context: CommandContext, testing: Testing, job: string, id: string, name: string) {
  return attempt(context, testing, `read back from ${name}`, async () => {
    const destination = await openDestination(context, name)
    const { points } = await readEntries(context, destination, job, { proofs: false })
    const entry = points.find((point) => point.id === id)
    if (entry === undefined) throw new Error(`${id} is not listed at ${name}`)
    const opening = entry.encrypted ? await openers(context) : undefined
    const result = await verifyObjects(context, destination, entry, 'checksum', undefined, opening)
    const objects = result.checks.find((check) => check.name === 'objects')?.found ?? ''
    return judged(result, `${objects}, ${formatBytes(result.fetchedBytes)} fetched`)
  })
}

/** Decrypted, unpacked, and compared with what was read from the source. */
export function readContents(context: CommandContext, testing: Testing, id: string) {
  return attempt(context, testing, 'contents', async () => {
    const result = await verifyContents(context, await findBackup(context, id))
    return judged(result, `${result.checks.length} checks, ${formatBytes(result.fetchedBytes)} fetched`)
  })
}

/** Restored into a throwaway place, with the job's own checks. */
export function restoreOnce(context: CommandContext, testing: Testing, id: string) {
  return attempt(context, testing, 'restore', async () => {
    const result = await drillBackup(context, await findBackup(context, id, { mode: 'write' }), {
      wholeJob: false,
    })
    const failed = result.checks.filter((check) => check.result !== 'passed').map(({ name }) => name)
    const bytes = formatBytes(result.restoredBytes ?? 0)
    return judged(
      result,
      failed.length > 0 ? `not passed: ${failed.join(', ')}` : `${bytes} back from ${result.destination}`,
    )
  })
}
